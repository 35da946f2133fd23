/** A real browser for tests of pages: Chromium, driven over loopback. The examples' tests use it too. */
package io.fdscope.browser;
