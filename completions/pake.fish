# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_pake_global_optspecs
    string join \n h/help V/version
end

function __fish_pake_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_pake_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_pake_using_subcommand
    set -l cmd (__fish_pake_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c pake -n "__fish_pake_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pake -n "__fish_pake_needs_command" -s V -l version -d 'Print version'
complete -c pake -n "__fish_pake_needs_command" -f -a "mask" -d 'Mask secrets and personal data in logs'
complete -c pake -n "__fish_pake_needs_command" -f -a "report" -d 'Report on logs: what is slow, what fails, what changed'
complete -c pake -n "__fish_pake_needs_command" -f -a "audit" -d 'Audit logs: who did what, held against frameworks; sealed, so that changes show'
complete -c pake -n "__fish_pake_needs_command" -f -a "search" -d 'Search logs: the lines that hold a text, or for which an expression is so'
complete -c pake -n "__fish_pake_needs_command" -f -a "trace" -d 'Show what happened to a request, across files and services'
complete -c pake -n "__fish_pake_needs_command" -f -a "detectors" -d 'List what is looked for, or explain one of it'
complete -c pake -n "__fish_pake_needs_command" -f -a "generate" -d 'Generate shell completions and manual pages'
complete -c pake -n "__fish_pake_needs_command" -f -a "validate-config" -d 'Check a config: all that is wrong, where, why, and what to write instead'
complete -c pake -n "__fish_pake_needs_command" -f -a "explain" -d 'Explain the code of a message'
complete -c pake -n "__fish_pake_using_subcommand mask" -l follow -d 'Read on as a file grows, through rotation and truncation' -r -F
complete -c pake -n "__fish_pake_using_subcommand mask" -s o -l output -d 'Write to a file, which appears whole or not at all' -r -F
complete -c pake -n "__fish_pake_using_subcommand mask" -l seal -d 'Seal what is written with this private key, as `pake audit seal` does' -r -F
complete -c pake -n "__fish_pake_using_subcommand mask" -l summary-format -d 'The form of the summary; implies --summary [default: text]' -r -f -a "text\t'For people'
json\t'For programs: one object in one line'"
complete -c pake -n "__fish_pake_using_subcommand mask" -l summary-file -d 'Write the summary to a file instead of standard error; implies --summary' -r -F
complete -c pake -n "__fish_pake_using_subcommand mask" -l progress -d 'Show bytes, rate and time left on standard error' -r -f -a "auto\t'On a terminal'
always\t'Everywhere'
never\t'Nowhere'"
complete -c pake -n "__fish_pake_using_subcommand mask" -l profile -d 'What to look for: a named selection of detectors [default: default]' -r -f -a "default\t'What no log should hold'
pci\t'Payment cards (PCI DSS)'
hipaa\t'Health records (HIPAA)'
gdpr\t'Personal data (GDPR)'
sox\t'Financial reporting (SOX)'
strict\t'Everything'"
complete -c pake -n "__fish_pake_using_subcommand mask" -l detectors -d 'Look for these only (`pake detectors` lists them)' -r
complete -c pake -n "__fish_pake_using_subcommand mask" -l skip-detectors -d 'Do not look for these' -r
complete -c pake -n "__fish_pake_using_subcommand mask" -l mask-field -d 'Always mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand mask" -l keep-field -d 'Never mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand mask" -l config -d 'Use this config instead of the one that lies nearest' -r -F
complete -c pake -n "__fish_pake_using_subcommand mask" -l environment -d 'Lay this environment\'s section over the rest [default: $PAKE_ENVIRONMENT]' -r
complete -c pake -n "__fish_pake_using_subcommand mask" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand mask" -l in-place -d 'Replace each file by its masked lines'
complete -c pake -n "__fish_pake_using_subcommand mask" -l check -d 'Say where findings are instead of masking them; exit 1 if there are any'
complete -c pake -n "__fish_pake_using_subcommand mask" -l summary -d 'Say at the end what was read, masked and written: numbers, never a value'
complete -c pake -n "__fish_pake_using_subcommand mask" -l no-config -d 'Use no config at all'
complete -c pake -n "__fish_pake_using_subcommand mask" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand report" -l unit -d 'The unit of durations that tell none, in their name or their text' -r -f -a "ns\t'Nanoseconds'
us\t'Microseconds'
ms\t'Milliseconds'
s\t'Seconds'"
complete -c pake -n "__fish_pake_using_subcommand report" -l since -d 'Look at entries from this time on' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l until -d 'Look at entries before this time' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l on -d 'Look at one day: `today`, `yesterday`, `2026-11-20`' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l between -d 'Look at entries between two times, the second not included' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l tz -d 'The zone of times that are shown, and of times in flags without one' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l input-tz -d 'The zone of times in the log that have none [default: UTC]' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l now -d 'The time that is now, instead of what the clock says' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l relative-to -d 'What `24h` and the like are counted from' -r -f -a "clock\t'The clock, or --now'
last-entry\t'The newest entry; the files are read twice'"
complete -c pake -n "__fish_pake_using_subcommand report" -l by -d 'Group by these fields [default: operation, else path, event or category]' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l level -d 'Leave out entries of a lesser level [default: all count]' -r -f -a "debug\t'All but traces'
info\t'What goes as it should, and all above'
warning\t'What may become an error, and all above'
error\t'What failed'
critical\t'What takes the program with it'"
complete -c pake -n "__fish_pake_using_subcommand report" -l field -d 'Measure this field instead of the duration' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l percentiles -d 'The percentiles to show [default: 50,95,99]' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l top -d 'Rows of each list: a number, or `all`' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l groups -d 'Groups that are told apart; the rest are counted together' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l profile -d 'What to look for: a named selection of detectors [default: default]' -r -f -a "default\t'What no log should hold'
pci\t'Payment cards (PCI DSS)'
hipaa\t'Health records (HIPAA)'
gdpr\t'Personal data (GDPR)'
sox\t'Financial reporting (SOX)'
strict\t'Everything'"
complete -c pake -n "__fish_pake_using_subcommand report" -l detectors -d 'Look for these only (`pake detectors` lists them)' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l skip-detectors -d 'Do not look for these' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l mask-field -d 'Always mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l keep-field -d 'Never mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l config -d 'Use this config instead of the one that lies nearest' -r -F
complete -c pake -n "__fish_pake_using_subcommand report" -l environment -d 'Lay this environment\'s section over the rest [default: $PAKE_ENVIRONMENT]' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l format -d 'The form of the report' -r -f -a "table\t'For people at a terminal'
json\t'For programs'
csv\t'For spreadsheets: a row a group'
markdown\t'For comments and wikis'
html\t'A page with pictures, in one file'
prometheus\t'Metrics in the text format of Prometheus'"
complete -c pake -n "__fish_pake_using_subcommand report" -l fail-if -d 'Exit with 1 if this is so; may be repeated' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l baseline -d 'Compare with an earlier report, written by --format json' -r -F
complete -c pake -n "__fish_pake_using_subcommand report" -s o -l output -d 'Write to a file, which appears whole or not at all' -r -F
complete -c pake -n "__fish_pake_using_subcommand report" -l progress -d 'Show bytes, rate and time left on standard error' -r -f -a "auto\t'On a terminal'
always\t'Everywhere'
never\t'Nowhere'"
complete -c pake -n "__fish_pake_using_subcommand report" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand report" -l merge -d 'The files hold states that --partial has written; put them together'
complete -c pake -n "__fish_pake_using_subcommand report" -l sorted -d 'Entries stand in the order of their times: read no more than the window lies in'
complete -c pake -n "__fish_pake_using_subcommand report" -l unmasked -d 'Do not mask names and messages'
complete -c pake -n "__fish_pake_using_subcommand report" -l no-config -d 'Use no config at all'
complete -c pake -n "__fish_pake_using_subcommand report" -l partial -d 'Write the state that --merge reads instead of a report'
complete -c pake -n "__fish_pake_using_subcommand report" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l since -d 'Look at entries from this time on' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l until -d 'Look at entries before this time' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l on -d 'Look at one day: `today`, `yesterday`, `2026-11-20`' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l between -d 'Look at entries between two times, the second not included' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l tz -d 'The zone of times that are shown, and of times in flags without one' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l input-tz -d 'The zone of times in the log that have none [default: UTC]' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l now -d 'The time that is now, instead of what the clock says' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l relative-to -d 'What `24h` and the like are counted from' -r -f -a "clock\t'The clock, or --now'
last-entry\t'The newest entry; the files are read twice'"
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l framework -d 'Hold the logs against these: sox, gdpr, hipaa, pci-dss [default: what the config names]' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l key -d 'Check the seals that lie beside the logs with this public key' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l top -d 'Rows of each list: a number, or `all`' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l groups -d 'Rows of each kind that are told apart; the rest are counted together' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l profile -d 'What to look for: a named selection of detectors [default: default]' -r -f -a "default\t'What no log should hold'
pci\t'Payment cards (PCI DSS)'
hipaa\t'Health records (HIPAA)'
gdpr\t'Personal data (GDPR)'
sox\t'Financial reporting (SOX)'
strict\t'Everything'"
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l detectors -d 'Look for these only (`pake detectors` lists them)' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l skip-detectors -d 'Do not look for these' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l mask-field -d 'Always mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l keep-field -d 'Never mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l config -d 'Use this config instead of the one that lies nearest' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l environment -d 'Lay this environment\'s section over the rest [default: $PAKE_ENVIRONMENT]' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l format -d 'The form of the audit' -r -f -a "table\t'For people at a terminal'
json\t'For programs'
csv\t'For spreadsheets: a row a control, or a row for each who did what'
markdown\t'For comments and wikis'
html\t'A page, in one file'"
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -s o -l output -d 'Write to a file, which appears whole or not at all' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l sorted -d 'Entries stand in the order of their times: read no more than the window lies in'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l unmasked -d 'Do not mask names'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -l no-config -d 'Use no config at all'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -a "controls" -d 'Say what the controls of a framework ask, and what of a log answers'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -a "keygen" -d 'Make a pair of keys: a private one that seals, a public one that verifies'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -a "seal" -d 'Seal logs: sign what they are, so that any change shows'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -a "verify" -d 'Verify that logs are what was sealed, and say where they are not'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -a "prove" -d 'Prove that one line is in a sealed log'
complete -c pake -n "__fish_pake_using_subcommand audit; and not __fish_seen_subcommand_from controls keygen seal verify prove check-proof" -a "check-proof" -d 'Check such a proof; needs the line and the public key, and no log'
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from controls" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from keygen" -l name -d 'The name of the key: best an address of your own, such as `example.com/shop`' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from keygen" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from seal" -l key -d 'The private key, as `pake audit keygen` wrote it' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from seal" -l checkpoint -d 'Write the checkpoint here instead of beside the log' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from seal" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from verify" -l key -d 'The public key' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from verify" -l checkpoint -d 'The checkpoint, where it is not beside the log; an older one will do' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from verify" -l format -d 'The form of the answer' -r -f -a "text\t'For people'
json\t'For programs: an object a log, a line each'"
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from verify" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from prove" -l line -d 'The number of the line, from 1' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from prove" -l key -d 'The public key' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from prove" -l checkpoint -d 'The checkpoint, where it is not beside the log' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from prove" -s o -l output -d 'Write to a file, which appears whole or not at all' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from prove" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from prove" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from check-proof" -l key -d 'The public key' -r -F
complete -c pake -n "__fish_pake_using_subcommand audit; and __fish_seen_subcommand_from check-proof" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand search" -l where -d 'Look for entries for which this is so; see EXPRESSIONS' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l text -d 'Look for lines that hold this text: for use with --where, or where it could be a flag' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l sort -d 'Merge the files by the times of their lines, instead of one after the other' -r -f -a "time\t'When what the lines tell of was'"
complete -c pake -n "__fish_pake_using_subcommand search" -l follow -d 'Read on as a file grows, through rotation and truncation' -r -F
complete -c pake -n "__fish_pake_using_subcommand search" -l limit -d 'Stop after this many lines' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l fields -d 'Print these fields instead of the lines, with tabs between them' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l context -d 'Show so many lines before and behind each; `--` stands between those that are apart' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l since -d 'Look at entries from this time on' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l until -d 'Look at entries before this time' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l on -d 'Look at one day: `today`, `yesterday`, `2026-11-20`' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l between -d 'Look at entries between two times, the second not included' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l tz -d 'The zone of times that are shown, and of times in flags without one' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l input-tz -d 'The zone of times in the log that have none [default: UTC]' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l now -d 'The time that is now, instead of what the clock says' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l relative-to -d 'What `24h` and the like are counted from' -r -f -a "clock\t'The clock, or --now'
last-entry\t'The newest entry; the files are read twice'"
complete -c pake -n "__fish_pake_using_subcommand search" -l profile -d 'What to look for: a named selection of detectors [default: default]' -r -f -a "default\t'What no log should hold'
pci\t'Payment cards (PCI DSS)'
hipaa\t'Health records (HIPAA)'
gdpr\t'Personal data (GDPR)'
sox\t'Financial reporting (SOX)'
strict\t'Everything'"
complete -c pake -n "__fish_pake_using_subcommand search" -l detectors -d 'Look for these only (`pake detectors` lists them)' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l skip-detectors -d 'Do not look for these' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l mask-field -d 'Always mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l keep-field -d 'Never mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l config -d 'Use this config instead of the one that lies nearest' -r -F
complete -c pake -n "__fish_pake_using_subcommand search" -l environment -d 'Lay this environment\'s section over the rest [default: $PAKE_ENVIRONMENT]' -r
complete -c pake -n "__fish_pake_using_subcommand search" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand search" -l rotated -d 'Each file stands for its whole rotated set, oldest first'
complete -c pake -n "__fish_pake_using_subcommand search" -l count -d 'Print how many lines there are, all inputs together, instead of them'
complete -c pake -n "__fish_pake_using_subcommand search" -l sorted -d 'Entries stand in the order of their times: read no more than the window lies in'
complete -c pake -n "__fish_pake_using_subcommand search" -l unmasked -d 'Do not mask what is shown'
complete -c pake -n "__fish_pake_using_subcommand search" -l no-config -d 'Use no config at all'
complete -c pake -n "__fish_pake_using_subcommand search" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand trace" -l slowest -d 'List so many requests instead: those that took longest from first to last' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l errors -d 'List so many requests instead: those with the most errors' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l unit -d 'The unit of durations that tell none, in their name or their text' -r -f -a "ns\t'Nanoseconds'
us\t'Microseconds'
ms\t'Milliseconds'
s\t'Seconds'"
complete -c pake -n "__fish_pake_using_subcommand trace" -l limit -d 'Show no more entries than this: the earliest' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l format -d 'The form' -r -f -a "tree\t'For people at a terminal: what is a part of what, with bars'
table\t'A line each, nothing cut'
json\t'For programs'
otlp-json\t'Spans in the JSON form of OpenTelemetry\'s protocol'
markdown\t'For comments and wikis'"
complete -c pake -n "__fish_pake_using_subcommand trace" -l since -d 'Look at entries from this time on' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l until -d 'Look at entries before this time' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l on -d 'Look at one day: `today`, `yesterday`, `2026-11-20`' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l between -d 'Look at entries between two times, the second not included' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l tz -d 'The zone of times that are shown, and of times in flags without one' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l input-tz -d 'The zone of times in the log that have none [default: UTC]' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l now -d 'The time that is now, instead of what the clock says' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l relative-to -d 'What `24h` and the like are counted from' -r -f -a "clock\t'The clock, or --now'
last-entry\t'The newest entry; the files are read twice'"
complete -c pake -n "__fish_pake_using_subcommand trace" -l profile -d 'What to look for: a named selection of detectors [default: default]' -r -f -a "default\t'What no log should hold'
pci\t'Payment cards (PCI DSS)'
hipaa\t'Health records (HIPAA)'
gdpr\t'Personal data (GDPR)'
sox\t'Financial reporting (SOX)'
strict\t'Everything'"
complete -c pake -n "__fish_pake_using_subcommand trace" -l detectors -d 'Look for these only (`pake detectors` lists them)' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l skip-detectors -d 'Do not look for these' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l mask-field -d 'Always mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l keep-field -d 'Never mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l config -d 'Use this config instead of the one that lies nearest' -r -F
complete -c pake -n "__fish_pake_using_subcommand trace" -l environment -d 'Lay this environment\'s section over the rest [default: $PAKE_ENVIRONMENT]' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -s j -l threads -d 'Work with exactly this many threads [default: one more than there are cores]' -r
complete -c pake -n "__fish_pake_using_subcommand trace" -l anywhere -d 'Look for the id in any field, and as a part of its value'
complete -c pake -n "__fish_pake_using_subcommand trace" -l rotated -d 'Each file stands for its whole rotated set'
complete -c pake -n "__fish_pake_using_subcommand trace" -l sorted -d 'Entries stand in the order of their times: read no more than the window lies in'
complete -c pake -n "__fish_pake_using_subcommand trace" -l unmasked -d 'Do not mask what is shown'
complete -c pake -n "__fish_pake_using_subcommand trace" -l no-config -d 'Use no config at all'
complete -c pake -n "__fish_pake_using_subcommand trace" -s h -l help -d 'Print help; a summary with `-h`'
complete -c pake -n "__fish_pake_using_subcommand detectors" -l profile -d 'The profile that decides which are on' -r -f -a "default\t'What no log should hold'
pci\t'Payment cards (PCI DSS)'
hipaa\t'Health records (HIPAA)'
gdpr\t'Personal data (GDPR)'
sox\t'Financial reporting (SOX)'
strict\t'Everything'"
complete -c pake -n "__fish_pake_using_subcommand detectors" -l format -d 'The form of the list' -r -f -a "text\t'For people'
json\t'For programs'"
complete -c pake -n "__fish_pake_using_subcommand detectors" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pake -n "__fish_pake_using_subcommand generate; and not __fish_seen_subcommand_from completions man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pake -n "__fish_pake_using_subcommand generate; and not __fish_seen_subcommand_from completions man" -f -a "completions" -d 'Completions for a shell'
complete -c pake -n "__fish_pake_using_subcommand generate; and not __fish_seen_subcommand_from completions man" -f -a "man" -d 'Manual pages, one a command'
complete -c pake -n "__fish_pake_using_subcommand generate; and __fish_seen_subcommand_from completions" -l dir -d 'The folder to fill instead of printing' -r -F
complete -c pake -n "__fish_pake_using_subcommand generate; and __fish_seen_subcommand_from completions" -s h -l help -d 'Print help'
complete -c pake -n "__fish_pake_using_subcommand generate; and __fish_seen_subcommand_from man" -l dir -d 'The folder to fill instead of printing' -r -F
complete -c pake -n "__fish_pake_using_subcommand generate; and __fish_seen_subcommand_from man" -s h -l help -d 'Print help'
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l format -d 'The form of what is said' -r -f -a "text\t'For people'
json\t'For programs'
github\t'Annotations of GitHub Actions'
sarif\t'SARIF 2.1.0, for code scanning'
junit\t'JUnit\'s XML, for test reports'"
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l deny -d 'Count warnings as errors' -r -f -a "warnings\t'All warnings'"
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l config -d 'Use this config instead of the one that lies nearest' -r -F
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l environment -d 'Lay this environment\'s section over the rest [default: $PAKE_ENVIRONMENT]' -r
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l profile -d 'What to look for: a named selection of detectors [default: default]' -r -f -a "default\t'What no log should hold'
pci\t'Payment cards (PCI DSS)'
hipaa\t'Health records (HIPAA)'
gdpr\t'Personal data (GDPR)'
sox\t'Financial reporting (SOX)'
strict\t'Everything'"
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l detectors -d 'Look for these only (`pake detectors` lists them)' -r
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l skip-detectors -d 'Do not look for these' -r
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l mask-field -d 'Always mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l keep-field -d 'Never mask the values of these fields' -r
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l show -d 'Print each value that holds, and where it comes from'
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l schema -d 'Print the JSON Schema of configs'
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l manual -d 'Print all keys with what they mean'
complete -c pake -n "__fish_pake_using_subcommand validate-config" -l no-config -d 'Use no config at all'
complete -c pake -n "__fish_pake_using_subcommand validate-config" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pake -n "__fish_pake_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
