/**
 * Events as JDK Mission Control holds them, handed over to core's analysis of recordings. No rule, and nothing that is
 * shown, lives here.
 */
package io.fdscope.jmc.items;
