/** An application whose stacks tests look at: outside our own packages. */
package com.example.shop;
