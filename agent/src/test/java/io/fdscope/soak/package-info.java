/** Long runs at exhaustion, with fdscope and without; only with {@code mvn -Psoak}. */
package io.fdscope.soak;
