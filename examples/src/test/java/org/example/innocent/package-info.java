/** Programs that open many sockets and lose none. Spoken to as {@link org.example.Runner} tells. */
package org.example.innocent;
