/** A Spring Boot application with an actuator, and with the dependency io.fdscope:fdscope; it has no line about either. */
package org.example.shop;
