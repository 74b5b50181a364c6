package dev.signet.benchmarks.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A tree of source files that looks like a platform of services: {@value #FILES} files of {@value
 * #FILE_BYTES} bytes in four languages, of which one in {@value #CANDIDATE_EACH} handles tokens.
 * The same seed makes the same tree.
 */
final class GeneratedTree {

    static final int FILES = 10_000;
    static final int FILE_BYTES = 20_000;
    static final int CANDIDATE_EACH = 5;

    private static final int SEED = 7;
    private static final int FILES_PER_FOLDER = 50;
    private static final List<Dialect> DIALECTS = List.of(Dialect.values());

    private static final List<String> NOUNS =
            List.of(
                    "order",
                    "invoice",
                    "customer",
                    "parcel",
                    "basket",
                    "stock",
                    "price",
                    "route",
                    "driver",
                    "window",
                    "batch",
                    "ledger",
                    "report",
                    "branch",
                    "shelf",
                    "quote");
    private static final List<String> VERBS =
            List.of(
                    "load",
                    "store",
                    "merge",
                    "count",
                    "sort",
                    "split",
                    "render",
                    "notify",
                    "collect",
                    "assign",
                    "close",
                    "reopen",
                    "estimate",
                    "publish",
                    "archive");

    private final Path root;
    private final Random random = new Random(SEED);

    private GeneratedTree(Path root) {
        this.root = root;
    }

    /** Writes the tree into a new folder. */
    static void write(Path root) {
        GeneratedTree tree = new GeneratedTree(root);
        for (int number = 0; number < FILES; number++) {
            tree.write(number);
        }
    }

    private void write(int number) {
        Dialect dialect = DIALECTS.get(random.nextInt(DIALECTS.size()));
        Path folder = root.resolve("service-" + number / FILES_PER_FOLDER).resolve("app");
        boolean candidate = number % CANDIDATE_EACH == 0;
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("part" + number + dialect.extension), text(dialect, candidate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Dialect dialect, boolean candidate) {
        StringBuilder text = new StringBuilder(candidate ? dialect.tokens : dialect.head);
        while (text.length() < FILE_BYTES - dialect.foot.length()) {
            text.append(function(dialect));
        }
        return text.append(dialect.foot).toString();
    }

    private String function(Dialect dialect) {
        String noun = any(NOUNS);
        return dialect.function
                .replace("NAME", any(VERBS) + noun + random.nextInt(100_000))
                .replace("NOUN", noun)
                .replace("OTHER", any(NOUNS))
                .replace("VERB", any(VERBS))
                .replace("NUMBER", Integer.toString(random.nextInt(1_000)));
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** A language's way to write the same things. */
    private enum Dialect {
        PYTHON(
                ".py",
                "import json\nimport logging\n\nlog = logging.getLogger(__name__)\n",
                """
                import jwt
                from shared import settings

                def read(token):
                    return jwt.decode(token, settings.JWT_SECRET_KEY, algorithms=["HS256"])

                """,
                """

                def NAME(NOUN, OTHERs, limit=NUMBER):
                    \"""Each OTHER of one NOUN, in the order of its due date.\"""
                    result = {"NOUN": NOUN, "limit": limit}
                    for index, OTHER in enumerate(OTHERs):
                        if index > limit and OTHER["state"] != "closed":
                            log.warning("too many OTHERs for %s: %d", NOUN, index)
                            break
                        result[OTHER["id"]] = self_VERB(OTHER, depth=index + 1)
                    return json.dumps(result, sort_keys=True)
                """,
                ""),
        JAVA(
                ".java",
                "package app;\n\nimport java.util.*;\n\nclass Part {\n",
                """
                package app;

                import io.jsonwebtoken.Jwts;
                import java.util.*;

                class Part {
                    Object read(String token, java.security.Key key) {
                        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
                    }
                """,
                """

                    /** Each OTHER of one NOUN, in the order of its due date. */
                    Map<String, Object> NAME(String NOUN, List<Map<String, Object>> OTHERs) {
                        Map<String, Object> result = new LinkedHashMap<>();
                        for (int index = 0; index < OTHERs.size(); index++) {
                            var OTHER = OTHERs.get(index);
                            if (index > NUMBER && !"closed".equals(OTHER.get("state"))) {
                                log.warn("too many OTHERs for {}: {}", NOUN, index);
                                break;
                            }
                            result.put(NOUN + "-" + OTHER.get("id"), VERB(OTHER, index + 1));
                        }
                        return Collections.unmodifiableMap(result);
                    }
                """,
                "}\n"),
        TYPESCRIPT(
                ".ts",
                "import { log } from './log';\n",
                """
                import jwt from 'jsonwebtoken';
                import { log } from './log';

                export function read(token: string): unknown {
                  return jwt.verify(token, process.env.JWT_SECRET_KEY!, { algorithms: ['HS256'] });
                }
                """,
                """

                /** Each OTHER of one NOUN, in the order of its due date. */
                export async function NAME(NOUN: string, OTHERs: Item[], limit = NUMBER) {
                  const result: Record<string, unknown> = { NOUN, limit };
                  for (const [index, OTHER] of OTHERs.entries()) {
                    if (index > limit && OTHER.state !== 'closed') {
                      log.warn(`too many OTHERs for ${NOUN}: ${index}`);
                      break;
                    }
                    result[OTHER.id] = await VERB(OTHER, { depth: index + 1 });
                  }
                  return Object.freeze(result);
                }
                """,
                ""),
        GO(
                ".go",
                "package app\n\nimport \"fmt\"\n",
                """
                package app

                import (
                	"fmt"
                	"github.com/golang-jwt/jwt/v5"
                )

                func read(token string, key jwt.Keyfunc) (*jwt.Token, error) {
                	return jwt.Parse(token, key)
                }
                """,
                """

                // NAME gives each OTHER of one NOUN, in the order of its due date.
                func NAME(NOUN string, OTHERs []Item) (map[string]any, error) {
                	result := map[string]any{"NOUN": NOUN}
                	for index, OTHER := range OTHERs {
                		if index > NUMBER && OTHER.State != "closed" {
                			return nil, fmt.Errorf("too many OTHERs for %s: %d", NOUN, index)
                		}
                		result[OTHER.ID] = VERB(OTHER, index+1)
                	}
                	return result, nil
                }
                """,
                "");

        private final String extension;
        private final String head;
        private final String tokens;
        private final String function;
        private final String foot;

        /**
         * @param tokens the head of a file that handles tokens
         * @param function what the rest of the file is made of
         */
        Dialect(String extension, String head, String tokens, String function, String foot) {
            this.extension = extension;
            this.head = head;
            this.tokens = tokens;
            this.function = function;
            this.foot = foot;
        }
    }
}
