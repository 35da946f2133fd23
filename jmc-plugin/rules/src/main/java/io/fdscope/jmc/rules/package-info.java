/**
 * Rules for JDK Mission Control: one question about descriptors each, answered from what core's analysis makes of a
 * recording. They need no Eclipse. They word and weigh; they analyse nothing themselves.
 */
package io.fdscope.jmc.rules;
