/**
 * Programs that lose sockets, each in one way. The socket comes to be in the line marked {@code LEAK}, in a method
 * named {@code create}. Run by hand: {@code java -cp ... org.example.leak.UnconnectedSocket}, then {@code start} and
 * {@code stop}.
 */
package org.example.leak;
