package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.IOCTLFUNCTION;
import static io.github.curlffm.option.Option.SEEKFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Easy;
import io.github.curlffm.callback.IoctlCallback.Command;
import io.github.curlffm.callback.IoctlCallback.Result;
import io.github.curlffm.option.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IoctlCallbackTest extends RewindContract<IoctlCallback> {

    private final List<Command> commands = new ArrayList<>();

    @Override
    public Option<IoctlCallback> option() {
        return IOCTLFUNCTION;
    }

    @Override
    public IoctlCallback harmless(Action action) {
        return command -> {
            action.run();
            return Result.OK;
        };
    }

    @Override
    List<IoctlCallback> refusals() {
        return List.of(command -> Result.UNKNOWNCMD, command -> Result.FAILRESTART);
    }

    @Override
    IoctlCallback answeringNull() {
        return command -> null;
    }

    private Easy recording() {
        Easy easy = new Easy();
        prepare(easy);
        return easy.set(IOCTLFUNCTION, command -> {
            commands.add(command);
            return Result.OK;
        });
    }

    @Test
    void isToldToRestartTheRead() throws Exception {
        try (Easy easy = recording()) {
            easy.perform();
        }
        assertEquals(List.of(Command.RESTARTREAD), commands);
    }

    @Test
    void isIgnoredWhileSeekIsSetAndRunsOnceThatIsUnset() throws Exception {
        try (Easy easy = recording()) {
            easy.set(SEEKFUNCTION, (offset, origin) -> SeekCallback.Result.OK).perform();
            assertEquals(List.of(), commands);
            easy.unset(SEEKFUNCTION).perform();
        }
        assertEquals(List.of(Command.RESTARTREAD), commands);
    }
}
