/** Pollers that ask for more than they should, on a JVM with the finished agent in it; the long runs only with {@code mvn -Psoak}. */
package io.fdscope.load;
