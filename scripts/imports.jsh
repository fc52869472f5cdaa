import io.github.curlffm.*;
import io.github.curlffm.callback.*;
import io.github.curlffm.option.*;
import static io.github.curlffm.option.Option.*;
import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.MultiOption.*;
import static io.github.curlffm.option.ShareOption.*;
