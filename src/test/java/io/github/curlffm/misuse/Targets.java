package io.github.curlffm.misuse;

import io.github.curlffm.option.Info;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;

/** Objects of all public classes that have methods with parameters. */
final class Targets {

    private Targets() {}

    /** {@return an object to call a method on; null for a static one, or where there is no WebSocket} */
    static Object of(World world, Api.Call call) {
        Class<?> type = call.owner();
        if (call.isStatic()) {
            return null;
        } else if (Api.HANDLES.contains(type)) {
            return world.handle(type);
        } else if (type == Option.class) {
            return Option.USERAGENT;
        } else if (type == Info.class) {
            return Info.RESPONSE_CODE;
        } else if (type == MultiOption.class) {
            return MultiOption.MAXCONNECTS;
        } else if (type == ShareOption.class) {
            return ShareOption.SHARE;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return Arguments.made(world, type);
    }

    /** Calls a method with arguments that make sense; closes what is made by that. */
    static void call(World world, Api.Call call) throws Exception {
        Object target = of(world, call);
        if (target == null) {
            throw new UnsupportedOperationException("built without WebSocket");
        }
        Object result = call.on(target, Arguments.sensible(world, call));
        if (call.name().endsWith(".duplicate()")) {
            ((AutoCloseable) result).close();
        }
    }
}
