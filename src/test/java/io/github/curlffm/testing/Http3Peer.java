package io.github.curlffm.testing;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.http3.DefaultHttp3DataFrame;
import io.netty.handler.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.http3.Http3RequestStreamInboundHandler;
import io.netty.handler.codec.http3.Http3ServerConnectionHandler;
import io.netty.handler.codec.quic.InsecureQuicTokenHandler;
import io.netty.handler.codec.quic.Quic;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Netty with HTTP/3 on a free UDP port of the loopback address. It answers with {@code this is} and the path, to {@code
 * /of/1000} with 1,000 {@linkplain Http2Peer#bytes bytes}, and to a body with how long it was.
 */
public final class Http3Peer implements AutoCloseable {

    private static final String OF = "/of/";
    private static final long WINDOW = 1 << 20;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel channel;
    private final AtomicInteger connections = new AtomicInteger();

    /** Starts a server with the certificate of the server. */
    public Http3Peer(TestCertificates certificates) throws InterruptedException {
        Needs.that(Quic.isAvailable(), "a system for which Netty has QUIC");
        QuicSslContext ssl = QuicSslContextBuilder.forServer(
                        certificates.serverKey(), null, new X509Certificate[] {certificates.server()})
                .applicationProtocols(Http3.supportedApplicationProtocols())
                .build();
        ChannelHandler codec = Http3.newQuicServerCodecBuilder()
                .sslContext(ssl)
                .maxIdleTimeout(30, TimeUnit.SECONDS)
                .initialMaxData(10 * WINDOW)
                .initialMaxStreamDataBidirectionalLocal(WINDOW)
                .initialMaxStreamDataBidirectionalRemote(WINDOW)
                .initialMaxStreamsBidirectional(100)
                .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
                .handler(initializer(QuicChannel.class, this::connection))
                .build();
        channel = new Bootstrap()
                .group(group)
                .channel(NioDatagramChannel.class)
                .handler(codec)
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .sync()
                .channel();
    }

    private interface Made<C> {
        void with(C channel);
    }

    private static <C extends Channel> ChannelInitializer<C> initializer(Class<C> type, Made<C> made) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(C channel) {
                made.with(type.cast(channel));
            }
        };
    }

    private void connection(QuicChannel connection) {
        connections.incrementAndGet();
        connection
                .pipeline()
                .addLast(new Http3ServerConnectionHandler(initializer(
                        QuicStreamChannel.class, stream -> stream.pipeline().addLast(new Answer()))));
    }

    private static final class Answer extends Http3RequestStreamInboundHandler {
        private String path;
        private long received;

        @Override
        protected void channelRead(ChannelHandlerContext context, Http3HeadersFrame frame) {
            path = frame.headers().path().toString();
        }

        @Override
        protected void channelRead(ChannelHandlerContext context, Http3DataFrame frame) {
            received += frame.content().readableBytes();
            frame.release();
        }

        @Override
        protected void channelInputClosed(ChannelHandlerContext context) {
            byte[] body = path.startsWith(OF)
                    ? Http2Peer.bytes(Integer.parseInt(path.substring(OF.length())))
                    : ("this is " + path + (received == 0 ? "" : ", " + received + " bytes"))
                            .getBytes(StandardCharsets.UTF_8);
            DefaultHttp3HeadersFrame head = new DefaultHttp3HeadersFrame();
            head.headers().status("200").addInt("content-length", body.length);
            context.write(head);
            context.writeAndFlush(new DefaultHttp3DataFrame(Unpooled.wrappedBuffer(body)))
                    .addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
        }
    }

    /** {@return how many connections there were} */
    public int connections() {
        return connections.get();
    }

    /** {@return the number of its UDP port} */
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** {@return the URL of a path, as in {@code uri("/a")}} */
    public URI uri(String path) {
        return URI.create("https://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() {
        if (group.isShuttingDown()) {
            return;
        }
        channel.close().syncUninterruptibly();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
