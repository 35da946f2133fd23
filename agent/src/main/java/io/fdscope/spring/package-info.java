/**
 * What a Spring Boot application gets by having the library on its class path. Of the library alone: the agent's jar must
 * not have it, being on the class path of applications that know nothing of it.
 */
package io.fdscope.spring;
