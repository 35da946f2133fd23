/**
 * Names of events and fields, as strings that the compiler copies into whoever uses them: nobody needs the event classes
 * to know what they are called.
 */
package io.fdscope.event;
