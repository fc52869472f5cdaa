/** WebSockets in both ways of using them: connected only, with {@code send} and {@code recv}, or with callbacks. */
package io.github.curlffm.websocket;
