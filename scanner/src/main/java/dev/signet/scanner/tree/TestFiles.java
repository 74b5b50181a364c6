package dev.signet.scanner.tree;

import dev.signet.scanner.words.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells tests and what they use by their path. */
public final class TestFiles {

    private static final Set<String> FOLDERS =
            WordList.set(
                    """
                    test tests __tests__ __test__ spec specs fixtures __fixtures__ testdata test_data
                    test-data __mocks__ __snapshots__ testfixtures integrationtest functionaltest
                    androidtest commontest jvmtest jstest iostest e2e cypress
                    """);

    /** {@code Auth.Tests}, {@code integration-tests}, {@code unit_test}. */
    private static final Pattern FOLDER =
            Pattern.compile(
                    ".+[._-]tests|.+\\.test|(unit|integration|functional|acceptance|e2e|system"
                            + "|component|contract)[._-]?tests?");

    private static final Pattern NAME =
            Pattern.compile(
                    "test_.*\\.py|.*_tests?\\.py|tests\\.py|conftest\\.py"
                            + "|.*_test\\.(go|rs|rb|exs)|.*_spec\\.rb|spec_helper\\.rb"
                            + "|rails_helper\\.rb|test_helper\\.rb"
                            + "|.*\\.(spec|test|cy|e2e-spec|stories)\\.[cm]?[jt]sx?"
                            + "|(jest|vitest|cypress|playwright)\\.(config|setup)\\.[cm]?[jt]s");

    /** {@code TokenTest.java}; in small letters it would be a word of its own. */
    private static final Pattern TYPE =
            Pattern.compile("(.*[a-z0-9_])?(Tests?|TestCase|IT|Spec)\\.(java|kt|cs|php|groovy)");

    private TestFiles() {}

    /**
     * @param path relative to the scanned root: what stands above it says nothing
     */
    public static boolean isTest(String path) {
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            String folder = parts[i].toLowerCase(Locale.ROOT);
            if (FOLDERS.contains(folder) || FOLDER.matcher(folder).matches()) {
                return true;
            }
        }
        String name = parts[parts.length - 1];
        return NAME.matcher(name).matches() || TYPE.matcher(name).matches();
    }
}
