package io.github.curlffm.callback;

import java.net.SocketAddress;

/**
 * The address that libcurl is about to connect to, with what the {@code socket} function needs.
 *
 * <p>An IPv4 address that is written inside an IPv6 one, as in {@code ::ffff:127.0.0.1}, stays an
 * {@link java.net.Inet6Address}, which does not count as a loopback or a local address in Java. A guard that is to keep
 * libcurl away from some addresses gets the IPv4 address by {@code InetAddress.getByAddress(inet6.getAddress())}.
 *
 * @param family the address family, as the operating system numbers it ({@code AF_INET} ...)
 * @param socktype the kind of socket, as the operating system numbers it ({@code SOCK_STREAM} ...)
 * @param protocol the protocol, as the operating system numbers it ({@code IPPROTO_TCP} ...)
 * @param address an {@link java.net.InetSocketAddress} (IPv4 or IPv6), a {@link java.net.UnixDomainSocketAddress}, or
 *     an {@link OtherAddress} that Java has no class for (an abstract unix socket, for one)
 */
public record CurlSockAddr(int family, int socktype, int protocol, SocketAddress address) {}
