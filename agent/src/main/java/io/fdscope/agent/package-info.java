/**
 * Getting into a JVM: the class the JVM calls, and the loader that keeps all the rest apart from the application. Runs
 * before {@code main}; nothing here may throw, exit or wait.
 */
package io.fdscope.agent;
