package dev.signet.scanner.structure;

import dev.signet.scanner.words.WordList;
import java.util.Set;

/** Programs by what they do with their words. */
final class ShellPrograms {

    static final Set<String> WRAPPERS =
            WordList.set(
                    """
                    sudo exec command nohup time env builtin eval cross-env dotenv npx @ run chronic
                    """);

    static final Set<String> DECLARING =
            Set.of("export", "declare", "local", "readonly", "typeset", "setenv", "set");

    static final Set<String> SAYING =
            WordList.set(
                    """
                    echo printf print log info warn error die fail err fatal log_info log_error log_warn
                    error_exit @echo say debug abort usage success notice
                    """);

    /** Commands that read values by patterns and names. */
    static final Set<String> SEARCHING =
            WordList.set(
                    """
                    grep egrep sed awk rg printenv envsubst jq yq cut perl
                    """);

    static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "ash", "dash", "ssh", "su");

    /** Commands that get, set and hand on secrets by their names. */
    static final Set<String> KEEPERS =
            WordList.set(
                    """
                    aws gcloud vault az op doppler chamber heroku flyctl fly gh vercel wrangler netlify
                    railway kubectl oc consul sops credstash infisical pass supabase convox eb dokku
                    kubeseal
                    """);

    static final Set<String> NO_FILES =
            Set.of("1", "2", "/dev/null", "/dev/stderr", "/dev/stdout", "&1", "&2");

    private ShellPrograms() {}
}
