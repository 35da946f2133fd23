/** Programs that the tests run in JVMs of their own. */
package io.fdscope.jmc.host;
