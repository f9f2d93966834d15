
use builtin;
use str;

set edit:completion:arg-completer[pake] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'pake'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'pake'= {
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand mask 'Mask secrets and personal data in logs'
            cand report 'Report on logs: what is slow, what fails, what changed'
            cand audit 'Audit logs: who did what, held against frameworks; sealed, so that changes show'
            cand search 'Search logs: the lines that hold a text, or for which an expression is so'
            cand trace 'Show what happened to a request, across files and services'
            cand detectors 'List what is looked for, or explain one of it'
            cand generate 'Generate shell completions and manual pages'
            cand validate-config 'Check a config: all that is wrong, where, why, and what to write instead'
            cand explain 'Explain the code of a message'
        }
        &'pake;mask'= {
            cand --follow 'Read on as a file grows, through rotation and truncation'
            cand -o 'Write to a file, which appears whole or not at all'
            cand --output 'Write to a file, which appears whole or not at all'
            cand --seal 'Seal what is written with this private key, as `pake audit seal` does'
            cand --summary-format 'The form of the summary; implies --summary [default: text]'
            cand --summary-file 'Write the summary to a file instead of standard error; implies --summary'
            cand --progress 'Show bytes, rate and time left on standard error'
            cand --profile 'What to look for: a named selection of detectors [default: default]'
            cand --detectors 'Look for these only (`pake detectors` lists them)'
            cand --skip-detectors 'Do not look for these'
            cand --mask-field 'Always mask the values of these fields'
            cand --keep-field 'Never mask the values of these fields'
            cand --config 'Use this config instead of the one that lies nearest'
            cand --environment 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand --in-place 'Replace each file by its masked lines'
            cand --check 'Say where findings are instead of masking them; exit 1 if there are any'
            cand --summary 'Say at the end what was read, masked and written: numbers, never a value'
            cand --no-config 'Use no config at all'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;report'= {
            cand --unit 'The unit of durations that tell none, in their name or their text'
            cand --since 'Look at entries from this time on'
            cand --until 'Look at entries before this time'
            cand --on 'Look at one day: `today`, `yesterday`, `2026-11-20`'
            cand --between 'Look at entries between two times, the second not included'
            cand --tz 'The zone of times that are shown, and of times in flags without one'
            cand --input-tz 'The zone of times in the log that have none [default: UTC]'
            cand --now 'The time that is now, instead of what the clock says'
            cand --relative-to 'What `24h` and the like are counted from'
            cand --by 'Group by these fields [default: operation, else path, event or category]'
            cand --level 'Leave out entries of a lesser level [default: all count]'
            cand --field 'Measure this field instead of the duration'
            cand --percentiles 'The percentiles to show [default: 50,95,99]'
            cand --top 'Rows of each list: a number, or `all`'
            cand --groups 'Groups that are told apart; the rest are counted together'
            cand --profile 'What to look for: a named selection of detectors [default: default]'
            cand --detectors 'Look for these only (`pake detectors` lists them)'
            cand --skip-detectors 'Do not look for these'
            cand --mask-field 'Always mask the values of these fields'
            cand --keep-field 'Never mask the values of these fields'
            cand --config 'Use this config instead of the one that lies nearest'
            cand --environment 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]'
            cand --format 'The form of the report'
            cand --fail-if 'Exit with 1 if this is so; may be repeated'
            cand --baseline 'Compare with an earlier report, written by --format json'
            cand -o 'Write to a file, which appears whole or not at all'
            cand --output 'Write to a file, which appears whole or not at all'
            cand --progress 'Show bytes, rate and time left on standard error'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand --merge 'The files hold states that --partial has written; put them together'
            cand --unmasked 'Do not mask names and messages'
            cand --no-config 'Use no config at all'
            cand --partial 'Write the state that --merge reads instead of a report'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;audit'= {
            cand --since 'Look at entries from this time on'
            cand --until 'Look at entries before this time'
            cand --on 'Look at one day: `today`, `yesterday`, `2026-11-20`'
            cand --between 'Look at entries between two times, the second not included'
            cand --tz 'The zone of times that are shown, and of times in flags without one'
            cand --input-tz 'The zone of times in the log that have none [default: UTC]'
            cand --now 'The time that is now, instead of what the clock says'
            cand --relative-to 'What `24h` and the like are counted from'
            cand --framework 'Hold the logs against these: sox, gdpr, hipaa, pci-dss [default: what the config names]'
            cand --key 'Check the seals that lie beside the logs with this public key'
            cand --top 'Rows of each list: a number, or `all`'
            cand --groups 'Rows of each kind that are told apart; the rest are counted together'
            cand --profile 'What to look for: a named selection of detectors [default: default]'
            cand --detectors 'Look for these only (`pake detectors` lists them)'
            cand --skip-detectors 'Do not look for these'
            cand --mask-field 'Always mask the values of these fields'
            cand --keep-field 'Never mask the values of these fields'
            cand --config 'Use this config instead of the one that lies nearest'
            cand --environment 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]'
            cand --format 'The form of the audit'
            cand -o 'Write to a file, which appears whole or not at all'
            cand --output 'Write to a file, which appears whole or not at all'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand --unmasked 'Do not mask names'
            cand --no-config 'Use no config at all'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
            cand controls 'Say what the controls of a framework ask, and what of a log answers'
            cand keygen 'Make a pair of keys: a private one that seals, a public one that verifies'
            cand seal 'Seal logs: sign what they are, so that any change shows'
            cand verify 'Verify that logs are what was sealed, and say where they are not'
            cand prove 'Prove that one line is in a sealed log'
            cand check-proof 'Check such a proof; needs the line and the public key, and no log'
        }
        &'pake;audit;controls'= {
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;audit;keygen'= {
            cand --name 'The name of the key: best an address of your own, such as `example.com/shop`'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;audit;seal'= {
            cand --key 'The private key, as `pake audit keygen` wrote it'
            cand --checkpoint 'Write the checkpoint here instead of beside the log'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;audit;verify'= {
            cand --key 'The public key'
            cand --checkpoint 'The checkpoint, where it is not beside the log; an older one will do'
            cand --format 'The form of the answer'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;audit;prove'= {
            cand --line 'The number of the line, from 1'
            cand --key 'The public key'
            cand --checkpoint 'The checkpoint, where it is not beside the log'
            cand -o 'Write to a file, which appears whole or not at all'
            cand --output 'Write to a file, which appears whole or not at all'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;audit;check-proof'= {
            cand --key 'The public key'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;search'= {
            cand --where 'Look for entries for which this is so; see EXPRESSIONS'
            cand --text 'Look for lines that hold this text: for use with --where, or where it could be a flag'
            cand --sort 'Merge the files by the times of their lines, instead of one after the other'
            cand --follow 'Read on as a file grows, through rotation and truncation'
            cand --limit 'Stop after this many lines'
            cand --fields 'Print these fields instead of the lines, with tabs between them'
            cand --context 'Show so many lines before and behind each; `--` stands between those that are apart'
            cand --since 'Look at entries from this time on'
            cand --until 'Look at entries before this time'
            cand --on 'Look at one day: `today`, `yesterday`, `2026-11-20`'
            cand --between 'Look at entries between two times, the second not included'
            cand --tz 'The zone of times that are shown, and of times in flags without one'
            cand --input-tz 'The zone of times in the log that have none [default: UTC]'
            cand --now 'The time that is now, instead of what the clock says'
            cand --relative-to 'What `24h` and the like are counted from'
            cand --profile 'What to look for: a named selection of detectors [default: default]'
            cand --detectors 'Look for these only (`pake detectors` lists them)'
            cand --skip-detectors 'Do not look for these'
            cand --mask-field 'Always mask the values of these fields'
            cand --keep-field 'Never mask the values of these fields'
            cand --config 'Use this config instead of the one that lies nearest'
            cand --environment 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand --rotated 'Each file stands for its whole rotated set, oldest first'
            cand --count 'Print how many lines there are, all inputs together, instead of them'
            cand --unmasked 'Do not mask what is shown'
            cand --no-config 'Use no config at all'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;trace'= {
            cand --slowest 'List so many requests instead: those that took longest from first to last'
            cand --errors 'List so many requests instead: those with the most errors'
            cand --unit 'The unit of durations that tell none, in their name or their text'
            cand --limit 'Show no more entries than this: the earliest'
            cand --format 'The form'
            cand --since 'Look at entries from this time on'
            cand --until 'Look at entries before this time'
            cand --on 'Look at one day: `today`, `yesterday`, `2026-11-20`'
            cand --between 'Look at entries between two times, the second not included'
            cand --tz 'The zone of times that are shown, and of times in flags without one'
            cand --input-tz 'The zone of times in the log that have none [default: UTC]'
            cand --now 'The time that is now, instead of what the clock says'
            cand --relative-to 'What `24h` and the like are counted from'
            cand --profile 'What to look for: a named selection of detectors [default: default]'
            cand --detectors 'Look for these only (`pake detectors` lists them)'
            cand --skip-detectors 'Do not look for these'
            cand --mask-field 'Always mask the values of these fields'
            cand --keep-field 'Never mask the values of these fields'
            cand --config 'Use this config instead of the one that lies nearest'
            cand --environment 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]'
            cand -j 'Work with exactly this many threads [default: one more than there are cores]'
            cand --threads 'Work with exactly this many threads [default: one more than there are cores]'
            cand --anywhere 'Look for the id in any field, and as a part of its value'
            cand --rotated 'Each file stands for its whole rotated set'
            cand --unmasked 'Do not mask what is shown'
            cand --no-config 'Use no config at all'
            cand -h 'Print help; a summary with `-h`'
            cand --help 'Print help; a summary with `-h`'
        }
        &'pake;detectors'= {
            cand --profile 'The profile that decides which are on'
            cand --format 'The form of the list'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'pake;generate'= {
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand completions 'Completions for a shell'
            cand man 'Manual pages, one a command'
        }
        &'pake;generate;completions'= {
            cand --dir 'The folder to fill instead of printing'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'pake;generate;man'= {
            cand --dir 'The folder to fill instead of printing'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'pake;validate-config'= {
            cand --format 'The form of what is said'
            cand --deny 'Count warnings as errors'
            cand --config 'Use this config instead of the one that lies nearest'
            cand --environment 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]'
            cand --profile 'What to look for: a named selection of detectors [default: default]'
            cand --detectors 'Look for these only (`pake detectors` lists them)'
            cand --skip-detectors 'Do not look for these'
            cand --mask-field 'Always mask the values of these fields'
            cand --keep-field 'Never mask the values of these fields'
            cand --show 'Print each value that holds, and where it comes from'
            cand --schema 'Print the JSON Schema of configs'
            cand --manual 'Print all keys with what they mean'
            cand --no-config 'Use no config at all'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'pake;explain'= {
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
    ]
    $completions[$command]
}
