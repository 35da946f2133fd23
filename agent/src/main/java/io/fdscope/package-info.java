/** The library entry. */
package io.fdscope;
