package dev.signet.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.cli.command.SignetCommand;
import dev.signet.e2e.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The examples in the scanner's reference: what is called a violation is found, a cure is not. */
final class RuleExamples {

    private static final String RULE = "[a-z]+(-[a-z]+)+";

    private RuleExamples() {}

    static boolean isOne(Block block) {
        return block.file().equals("docs/scanner.md") && block.heading().matches(RULE);
    }

    static void check(Block block, Path folder) throws IOException {
        Path tree = Files.createTempDirectory(folder, "tree");
        Path file = tree.resolve(fileName(block));
        Files.createDirectories(file.getParent());
        Files.writeString(file, inFile(block));
        if (!file.endsWith(".signet-scan.yaml")) {
            Files.writeString(tree.resolve(".signet-scan.yaml"), "authority: [auth_service/**]\n");
        }
        Path report = folder.resolve("report.json");
        int status =
                SignetCommand.run(
                        "scan", "--format", "json", "--output", report.toString(), tree.toString());

        String found = "\"rule\":\"" + block.heading() + "\"";
        String json = Files.readString(report).replaceAll("\\s*:\\s*", ":");
        if (isViolation(block)) {
            assertThat(json).as(block.text()).contains(found);
            assertThat(status).isEqualTo(1);
        } else {
            assertThat(json).as(block.text()).doesNotContain(found);
        }
    }

    private static boolean isViolation(Block block) throws IOException {
        List<String> lines = Files.readAllLines(Project.root().resolve(block.file()));
        for (int above = block.line() - 2; above >= 0; above--) {
            if (lines.get(above).startsWith("**")) {
                return lines.get(above).startsWith("**Violation");
            }
        }
        throw new AssertionError("neither violation nor cure: " + block);
    }

    private static String fileName(Block block) {
        return switch (block.language()) {
            case "python" -> "orders/auth.py";
            case "java" -> "orders/Auth.java";
            case "js" -> "orders/auth.js";
            case "go" -> "orders/auth.go";
            case "csharp" -> "orders/Auth.cs";
            case "sh" -> "orders/run.sh";
            case "properties" -> "orders/application.properties";
            case "json" -> "package.json";
            case "xml" -> "pom.xml";
            case "yaml" -> block.text().startsWith("allow") ? ".signet-scan.yaml" : "compose.yaml";
            default -> throw new AssertionError("no file for " + block);
        };
    }

    /** With the imports that the example takes for granted. */
    private static String inFile(Block block) {
        String text = block.text();
        return switch (block.language()) {
            case "python" ->
                    text.contains("return") && !text.startsWith("def")
                            ? PYTHON + "def check(token):\n" + text.indent(4)
                            : PYTHON + text + "\n";
            case "java" ->
                    text.startsWith("import")
                            ? text + "\nclass Auth {}\n"
                            : text.startsWith("@")
                                    ? JAVA + "class Auth { " + text + " }\n"
                                    : JAVA + "class Auth { void check() {\n" + text + "\n} }\n";
            case "js" -> JS + text + "\n";
            case "go" -> GO + "func check() {\n" + text + "\n}\n";
            case "csharp" ->
                    CSHARP
                            + "class Auth { void Check() {\n"
                            + text.replaceFirst("^new ", "var x = new ")
                            + ";\n} }\n";
            case "sh" -> "#!/bin/sh\n" + text + "\n";
            case "xml" -> "<project><dependencies>" + text + "</dependencies></project>\n";
            default -> text + "\n";
        };
    }

    private static final String PYTHON = "import os\nimport time\nimport jwt\n\n";
    private static final String JAVA =
            """
            import com.auth0.jwt.JWT;
            import com.auth0.jwt.interfaces.DecodedJWT;
            import io.jsonwebtoken.Claims;
            import io.jsonwebtoken.Jwts;
            import org.springframework.beans.factory.annotation.Value;

            """;
    private static final String JS =
            """
            const jsonwebtoken = require("jsonwebtoken");
            const { expressjwt } = require("express-jwt");

            """;
    private static final String GO =
            """
            package orders

            import "github.com/golang-jwt/jwt/v5"

            var parser = jwt.NewParser()

            """;
    private static final String CSHARP =
            """
            using System.IdentityModel.Tokens.Jwt;
            using Microsoft.AspNetCore.Authentication.JwtBearer;
            using Microsoft.IdentityModel.Tokens;

            """;
}
