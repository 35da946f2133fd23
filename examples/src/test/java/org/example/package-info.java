/**
 * Applications like any other, to try fdscope on: none knows of it. Not under {@code io.fdscope}, whose frames are left
 * out of creation stacks. {@link org.example.Runner} tells how they are spoken to.
 */
package org.example;
