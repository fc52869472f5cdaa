package io.github.curlffm.misuse;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.WebSocket;
import io.github.curlffm.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the library is public, as the class files say: what is added later is in it by itself. */
final class Api {

    /** The classes whose objects stand for something of libcurl's. */
    static final List<Class<?>> HANDLES = List.of(
            Easy.class,
            Multi.class,
            EventLoop.class,
            Share.class,
            Mime.class,
            MimePart.class,
            CurlUrl.class,
            WebSocket.class);

    private static final List<String> PACKAGES = List.of("", "option", "callback");

    private Api() {}

    /** A public method or constructor. */
    record Call(Class<?> owner, Executable executable) {

        boolean isConstructor() {
            return executable instanceof Constructor;
        }

        boolean isStatic() {
            return isConstructor() || Modifier.isStatic(executable.getModifiers());
        }

        /** {@return its name, as in {@code Easy.set(Option, long)}} */
        String name() {
            return typeName(owner()) + "." + (isConstructor() ? "new" : executable.getName())
                    + Arrays.stream(executable.getParameterTypes())
                            .map(Api::typeName)
                            .collect(Collectors.joining(",", "(", ")"));
        }

        /** Calls it. */
        Object on(Object target, Object... arguments) throws ReflectiveOperationException {
            executable.setAccessible(true); // a public method of a package-private implementation, for one
            return executable instanceof Method method
                    ? method.invoke(target, arguments)
                    : ((Constructor<?>) executable).newInstance(arguments);
        }
    }

    private static String typeName(Class<?> type) {
        if (type.isArray()) {
            return typeName(type.getComponentType()) + "[]";
        }
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : typeName(outer) + ".") + type.getSimpleName();
    }

    /** {@return the public constructors and methods that a class declares, in a fixed order} */
    static List<Call> of(Class<?> type) {
        return Stream.<Executable>concat(Arrays.stream(type.getConstructors()), methodsOfHidden(type))
                .filter(executable -> Modifier.isPublic(executable.getModifiers()) && !executable.isSynthetic())
                .filter(executable -> !Modifier.isAbstract(executable.getModifiers()))
                .filter(executable -> !isTheCompilers(executable))
                .filter(executable -> !Modifier.isAbstract(type.getModifiers()) || !(executable instanceof Constructor))
                .map(executable -> new Call(type, executable))
                .collect(Collectors.toMap(Call::name, call -> call, (own, inherited) -> own, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** With those of its superclasses in the library, which users do not see. */
    private static Stream<Method> methodsOfHidden(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        boolean ours = parent != null && parent.getPackage() == Easy.class.getPackage();
        return Stream.concat(
                Arrays.stream(type.getDeclaredMethods()),
                ours && !parent.isEnum() ? methodsOfHidden(parent) : Stream.empty());
    }

    /** What no source text has, or what lambdas inherit for libcurl to call. */
    private static boolean isTheCompilers(Executable executable) {
        Class<?> owner = executable.getDeclaringClass();
        boolean isStatic = Modifier.isStatic(executable.getModifiers());
        return owner.isInterface() && !isStatic
                || owner.isEnum() && isStatic && List.of("values", "valueOf").contains(executable.getName())
                || owner.isRecord() && List.of("equals", "hashCode", "toString").contains(executable.getName());
    }

    /** {@return the methods of an object, not those of its class} */
    static List<Call> methods(Class<?> type) {
        return of(type).stream().filter(call -> !call.isStatic()).toList();
    }

    /** {@return all classes and interfaces that users see} */
    static List<Class<?>> types() {
        Path root = ChildJvm.codeOfTheLibrary().resolve("io/github/curlffm");
        List<Class<?>> types = new ArrayList<>();
        for (String each : PACKAGES) {
            try (Stream<Path> files = Files.list(root.resolve(each))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .map(name -> load(each, name.substring(0, name.length() - ".class".length())))
                        .filter(Api::isPublic)
                        .forEach(types::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        types.sort(Comparator.comparing(Class::getName));
        return types;
    }

    private static Class<?> load(String folder, String name) {
        try {
            return Class.forName("io.github.curlffm." + (folder.isEmpty() ? "" : folder + ".") + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
