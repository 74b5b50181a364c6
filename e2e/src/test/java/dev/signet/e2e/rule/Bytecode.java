package dev.signet.e2e.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What only class files tell: their version, and the monitors that their methods enter. */
public final class Bytecode {

    /** The version of a class file is that of Java and this much. */
    private static final int OF_JAVA_0 = 44;

    private Bytecode() {}

    /** The class files below a folder, without those of modules and of generated code. */
    public static List<Path> classFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .filter(file -> !file.toString().contains("jmh_generated"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String className(Path folder, Path file) {
        String name = folder.relativize(file).toString().replace('/', '.');
        return name.substring(0, name.length() - ".class".length());
    }

    /** The methods that are {@code synchronized} or hold a {@code synchronized} block. */
    public static List<String> monitors(List<Path> classFiles) {
        return classFiles.stream().map(Bytecode::parse).flatMap(Bytecode::monitorsOf).toList();
    }

    /** The class files that another Java version than this one is needed for. */
    public static List<Path> notOfRelease(int release, List<Path> classFiles) {
        return classFiles.stream()
                .filter(file -> parse(file).majorVersion() != OF_JAVA_0 + release)
                .toList();
    }

    private static Stream<String> monitorsOf(ClassModel type) {
        return type.methods().stream()
                .filter(Bytecode::locks)
                .map(m -> type.thisClass().asInternalName() + "." + m.methodName().stringValue());
    }

    private static boolean locks(MethodModel method) {
        return method.flags().has(AccessFlag.SYNCHRONIZED)
                || method.code().stream()
                        .flatMap(code -> code.elementStream())
                        .anyMatch(MonitorInstruction.class::isInstance);
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
