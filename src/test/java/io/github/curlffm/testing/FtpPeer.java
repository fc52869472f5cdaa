package io.github.curlffm.testing;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.PropertiesUserManager;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** Apache FtpServer over a folder, on a free port of the loopback address. */
public final class FtpPeer implements FilePeer {
    private static final String NAME = "user";
    private static final String PASSWORD = "secret";

    private final FtpServer server;
    private final int port;

    /** Starts a server over a folder. */
    public FtpPeer(Path root) {
        this(root, new CommandFactoryFactory());
    }

    private FtpPeer(Path root, CommandFactoryFactory commands) {
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setMaxLogins(0);
        FtpServerFactory factory = new FtpServerFactory();
        factory.setConnectionConfig(connections.createConnectionConfig());
        factory.setCommandFactory(commands.createCommandFactory());
        ListenerFactory listener = listenerOnLoopback();
        try {
            factory.setUserManager(users(root));
            factory.addListener("default", listener.createListener());
            server = factory.createServer();
            server.start();
        } catch (FtpException e) {
            throw new IllegalStateException(e);
        }
        port = factory.getListener("default").getPort();
    }

    /** {@return a server whose LIST says just these lines, whatever the folder holds} */
    public static FtpPeer listing(Path root, List<String> lines) {
        Command list = (session, context, request) -> {
            session.resetState();
            session.write(new DefaultFtpReply(FtpReply.REPLY_150_FILE_STATUS_OKAY, "Here it comes."));
            try {
                String listing = String.join("\r\n", lines) + "\r\n";
                session.getDataConnection().openConnection().transferToClient(session.getFtpletSession(), listing);
            } catch (Exception e) {
                throw new FtpException(e);
            } finally {
                session.getDataConnection().closeDataConnection();
            }
            session.write(new DefaultFtpReply(FtpReply.REPLY_226_CLOSING_DATA_CONNECTION, "That was it."));
        };
        CommandFactoryFactory commands = new CommandFactoryFactory();
        commands.addCommand("LIST", list);
        return new FtpPeer(root, commands);
    }

    private static ListenerFactory listenerOnLoopback() {
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassivePorts("0");
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return listener;
    }

    private static UserManager users(Path root) throws FtpException {
        BaseUser user = new BaseUser();
        user.setName(NAME);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        UserManager users = new PropertiesUserManager(new ClearTextPasswordEncryptor(), (java.io.File) null, NAME);
        users.save(user);
        return users;
    }

    @Override
    public String url(String path) {
        return "ftp://" + NAME + ":" + PASSWORD + "@127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        server.stop();
    }
}
