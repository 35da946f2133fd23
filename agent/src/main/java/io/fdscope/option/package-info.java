/** What a user can set, as the agent's argument or in code. */
package io.fdscope.option;
