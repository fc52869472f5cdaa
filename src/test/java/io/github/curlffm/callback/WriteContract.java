package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;

/** The contract for each form of the write callback: without it, the body goes to {@code System.out}. */
abstract class WriteContract extends HttpCallbackContract<WriteCallback> {

    @Override
    public Option<WriteCallback> option() {
        return WRITEFUNCTION;
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.WRITE_ERROR;
    }

    @Override
    public void performWithout(Easy easy) throws Exception {
        assertEquals(BODY, Console.printedBy(easy::perform));
    }

    @Override
    public void performUnsettingInside(Easy easy) throws Exception {
        String printed = Console.printedBy(easy::perform);
        assertTrue(!printed.isEmpty() && BODY.endsWith(printed), "the rest of the body goes to System.out");
    }
}
