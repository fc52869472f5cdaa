package io.github.curlffm.callback;

import java.net.SocketAddress;

/**
 * The address that libcurl is about to connect to, with what the {@code socket} function needs.
 *
 * @param family the address family, as the operating system numbers it ({@code AF_INET} ...)
 * @param socktype the kind of socket, as the operating system numbers it ({@code SOCK_STREAM} ...)
 * @param protocol the protocol, as the operating system numbers it ({@code IPPROTO_TCP} ...)
 * @param address an {@link java.net.InetSocketAddress} (IPv4 or IPv6), a {@link java.net.UnixDomainSocketAddress}, or
 *     an {@link OtherAddress} that Java has no class for (an abstract unix socket, for one)
 */
public record CurlSockAddr(int family, int socktype, int protocol, SocketAddress address) {}
