
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'pake' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'pake'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'pake' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('mask', 'mask', [CompletionResultType]::ParameterValue, 'Mask secrets and personal data in logs')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Report on logs: what is slow, what fails, what changed')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Audit logs: who did what, held against frameworks; sealed, so that changes show')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search logs: the lines that hold a text, or for which an expression is so')
            [CompletionResult]::new('trace', 'trace', [CompletionResultType]::ParameterValue, 'Show what happened to a request, across files and services')
            [CompletionResult]::new('detectors', 'detectors', [CompletionResultType]::ParameterValue, 'List what is looked for, or explain one of it')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate shell completions and manual pages')
            [CompletionResult]::new('validate-config', 'validate-config', [CompletionResultType]::ParameterValue, 'Check a config: all that is wrong, where, why, and what to write instead')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain the code of a message')
            break
        }
        'pake;mask' {
            [CompletionResult]::new('--follow', '--follow', [CompletionResultType]::ParameterName, 'Read on as a file grows, through rotation and truncation')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'Seal what is written with this private key, as `pake audit seal` does')
            [CompletionResult]::new('--summary-format', '--summary-format', [CompletionResultType]::ParameterName, 'The form of the summary; implies --summary [default: text]')
            [CompletionResult]::new('--summary-file', '--summary-file', [CompletionResultType]::ParameterName, 'Write the summary to a file instead of standard error; implies --summary')
            [CompletionResult]::new('--progress', '--progress', [CompletionResultType]::ParameterName, 'Show bytes, rate and time left on standard error')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'What to look for: a named selection of detectors [default: default]')
            [CompletionResult]::new('--detectors', '--detectors', [CompletionResultType]::ParameterName, 'Look for these only (`pake detectors` lists them)')
            [CompletionResult]::new('--skip-detectors', '--skip-detectors', [CompletionResultType]::ParameterName, 'Do not look for these')
            [CompletionResult]::new('--mask-field', '--mask-field', [CompletionResultType]::ParameterName, 'Always mask the values of these fields')
            [CompletionResult]::new('--keep-field', '--keep-field', [CompletionResultType]::ParameterName, 'Never mask the values of these fields')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Use this config instead of the one that lies nearest')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--in-place', '--in-place', [CompletionResultType]::ParameterName, 'Replace each file by its masked lines')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Say where findings are instead of masking them; exit 1 if there are any')
            [CompletionResult]::new('--summary', '--summary', [CompletionResultType]::ParameterName, 'Say at the end what was read, masked and written: numbers, never a value')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Use no config at all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;report' {
            [CompletionResult]::new('--unit', '--unit', [CompletionResultType]::ParameterName, 'The unit of durations that tell none, in their name or their text')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Look at entries from this time on')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Look at entries before this time')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Look at one day: `today`, `yesterday`, `2026-11-20`')
            [CompletionResult]::new('--between', '--between', [CompletionResultType]::ParameterName, 'Look at entries between two times, the second not included')
            [CompletionResult]::new('--tz', '--tz', [CompletionResultType]::ParameterName, 'The zone of times that are shown, and of times in flags without one')
            [CompletionResult]::new('--input-tz', '--input-tz', [CompletionResultType]::ParameterName, 'The zone of times in the log that have none [default: UTC]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'The time that is now, instead of what the clock says')
            [CompletionResult]::new('--relative-to', '--relative-to', [CompletionResultType]::ParameterName, 'What `24h` and the like are counted from')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Group by these fields [default: operation, else path, event or category]')
            [CompletionResult]::new('--level', '--level', [CompletionResultType]::ParameterName, 'Leave out entries of a lesser level [default: all count]')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Measure this field instead of the duration')
            [CompletionResult]::new('--percentiles', '--percentiles', [CompletionResultType]::ParameterName, 'The percentiles to show [default: 50,95,99]')
            [CompletionResult]::new('--top', '--top', [CompletionResultType]::ParameterName, 'Rows of each list: a number, or `all`')
            [CompletionResult]::new('--groups', '--groups', [CompletionResultType]::ParameterName, 'Groups that are told apart; the rest are counted together')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'What to look for: a named selection of detectors [default: default]')
            [CompletionResult]::new('--detectors', '--detectors', [CompletionResultType]::ParameterName, 'Look for these only (`pake detectors` lists them)')
            [CompletionResult]::new('--skip-detectors', '--skip-detectors', [CompletionResultType]::ParameterName, 'Do not look for these')
            [CompletionResult]::new('--mask-field', '--mask-field', [CompletionResultType]::ParameterName, 'Always mask the values of these fields')
            [CompletionResult]::new('--keep-field', '--keep-field', [CompletionResultType]::ParameterName, 'Never mask the values of these fields')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Use this config instead of the one that lies nearest')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of the report')
            [CompletionResult]::new('--fail-if', '--fail-if', [CompletionResultType]::ParameterName, 'Exit with 1 if this is so; may be repeated')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Compare with an earlier report, written by --format json')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('--progress', '--progress', [CompletionResultType]::ParameterName, 'Show bytes, rate and time left on standard error')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--merge', '--merge', [CompletionResultType]::ParameterName, 'The files hold states that --partial has written; put them together')
            [CompletionResult]::new('--sorted', '--sorted', [CompletionResultType]::ParameterName, 'Entries stand in the order of their times: read no more than the window lies in')
            [CompletionResult]::new('--unmasked', '--unmasked', [CompletionResultType]::ParameterName, 'Do not mask names and messages')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Use no config at all')
            [CompletionResult]::new('--partial', '--partial', [CompletionResultType]::ParameterName, 'Write the state that --merge reads instead of a report')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;audit' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Look at entries from this time on')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Look at entries before this time')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Look at one day: `today`, `yesterday`, `2026-11-20`')
            [CompletionResult]::new('--between', '--between', [CompletionResultType]::ParameterName, 'Look at entries between two times, the second not included')
            [CompletionResult]::new('--tz', '--tz', [CompletionResultType]::ParameterName, 'The zone of times that are shown, and of times in flags without one')
            [CompletionResult]::new('--input-tz', '--input-tz', [CompletionResultType]::ParameterName, 'The zone of times in the log that have none [default: UTC]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'The time that is now, instead of what the clock says')
            [CompletionResult]::new('--relative-to', '--relative-to', [CompletionResultType]::ParameterName, 'What `24h` and the like are counted from')
            [CompletionResult]::new('--framework', '--framework', [CompletionResultType]::ParameterName, 'Hold the logs against these: sox, gdpr, hipaa, pci-dss [default: what the config names]')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Check the seals that lie beside the logs with this public key')
            [CompletionResult]::new('--top', '--top', [CompletionResultType]::ParameterName, 'Rows of each list: a number, or `all`')
            [CompletionResult]::new('--groups', '--groups', [CompletionResultType]::ParameterName, 'Rows of each kind that are told apart; the rest are counted together')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'What to look for: a named selection of detectors [default: default]')
            [CompletionResult]::new('--detectors', '--detectors', [CompletionResultType]::ParameterName, 'Look for these only (`pake detectors` lists them)')
            [CompletionResult]::new('--skip-detectors', '--skip-detectors', [CompletionResultType]::ParameterName, 'Do not look for these')
            [CompletionResult]::new('--mask-field', '--mask-field', [CompletionResultType]::ParameterName, 'Always mask the values of these fields')
            [CompletionResult]::new('--keep-field', '--keep-field', [CompletionResultType]::ParameterName, 'Never mask the values of these fields')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Use this config instead of the one that lies nearest')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of the audit')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--sorted', '--sorted', [CompletionResultType]::ParameterName, 'Entries stand in the order of their times: read no more than the window lies in')
            [CompletionResult]::new('--unmasked', '--unmasked', [CompletionResultType]::ParameterName, 'Do not mask names')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Use no config at all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('controls', 'controls', [CompletionResultType]::ParameterValue, 'Say what the controls of a framework ask, and what of a log answers')
            [CompletionResult]::new('keygen', 'keygen', [CompletionResultType]::ParameterValue, 'Make a pair of keys: a private one that seals, a public one that verifies')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Seal logs: sign what they are, so that any change shows')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify that logs are what was sealed, and say where they are not')
            [CompletionResult]::new('prove', 'prove', [CompletionResultType]::ParameterValue, 'Prove that one line is in a sealed log')
            [CompletionResult]::new('check-proof', 'check-proof', [CompletionResultType]::ParameterValue, 'Check such a proof; needs the line and the public key, and no log')
            break
        }
        'pake;audit;controls' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;audit;keygen' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The name of the key: best an address of your own, such as `example.com/shop`')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;audit;seal' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The private key, as `pake audit keygen` wrote it')
            [CompletionResult]::new('--checkpoint', '--checkpoint', [CompletionResultType]::ParameterName, 'Write the checkpoint here instead of beside the log')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;audit;verify' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The public key')
            [CompletionResult]::new('--checkpoint', '--checkpoint', [CompletionResultType]::ParameterName, 'The checkpoint, where it is not beside the log; an older one will do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of the answer')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;audit;prove' {
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'The number of the line, from 1')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The public key')
            [CompletionResult]::new('--checkpoint', '--checkpoint', [CompletionResultType]::ParameterName, 'The checkpoint, where it is not beside the log')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a file, which appears whole or not at all')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;audit;check-proof' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The public key')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;search' {
            [CompletionResult]::new('--where', '--where', [CompletionResultType]::ParameterName, 'Look for entries for which this is so; see EXPRESSIONS')
            [CompletionResult]::new('--text', '--text', [CompletionResultType]::ParameterName, 'Look for lines that hold this text: for use with --where, or where it could be a flag')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Merge the files by the times of their lines, instead of one after the other')
            [CompletionResult]::new('--follow', '--follow', [CompletionResultType]::ParameterName, 'Read on as a file grows, through rotation and truncation')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Stop after this many lines')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Print these fields instead of the lines, with tabs between them')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'Show so many lines before and behind each; `--` stands between those that are apart')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Look at entries from this time on')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Look at entries before this time')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Look at one day: `today`, `yesterday`, `2026-11-20`')
            [CompletionResult]::new('--between', '--between', [CompletionResultType]::ParameterName, 'Look at entries between two times, the second not included')
            [CompletionResult]::new('--tz', '--tz', [CompletionResultType]::ParameterName, 'The zone of times that are shown, and of times in flags without one')
            [CompletionResult]::new('--input-tz', '--input-tz', [CompletionResultType]::ParameterName, 'The zone of times in the log that have none [default: UTC]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'The time that is now, instead of what the clock says')
            [CompletionResult]::new('--relative-to', '--relative-to', [CompletionResultType]::ParameterName, 'What `24h` and the like are counted from')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'What to look for: a named selection of detectors [default: default]')
            [CompletionResult]::new('--detectors', '--detectors', [CompletionResultType]::ParameterName, 'Look for these only (`pake detectors` lists them)')
            [CompletionResult]::new('--skip-detectors', '--skip-detectors', [CompletionResultType]::ParameterName, 'Do not look for these')
            [CompletionResult]::new('--mask-field', '--mask-field', [CompletionResultType]::ParameterName, 'Always mask the values of these fields')
            [CompletionResult]::new('--keep-field', '--keep-field', [CompletionResultType]::ParameterName, 'Never mask the values of these fields')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Use this config instead of the one that lies nearest')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--rotated', '--rotated', [CompletionResultType]::ParameterName, 'Each file stands for its whole rotated set, oldest first')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Print how many lines there are, all inputs together, instead of them')
            [CompletionResult]::new('--sorted', '--sorted', [CompletionResultType]::ParameterName, 'Entries stand in the order of their times: read no more than the window lies in')
            [CompletionResult]::new('--unmasked', '--unmasked', [CompletionResultType]::ParameterName, 'Do not mask what is shown')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Use no config at all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;trace' {
            [CompletionResult]::new('--slowest', '--slowest', [CompletionResultType]::ParameterName, 'List so many requests instead: those that took longest from first to last')
            [CompletionResult]::new('--errors', '--errors', [CompletionResultType]::ParameterName, 'List so many requests instead: those with the most errors')
            [CompletionResult]::new('--unit', '--unit', [CompletionResultType]::ParameterName, 'The unit of durations that tell none, in their name or their text')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show no more entries than this: the earliest')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Look at entries from this time on')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Look at entries before this time')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'Look at one day: `today`, `yesterday`, `2026-11-20`')
            [CompletionResult]::new('--between', '--between', [CompletionResultType]::ParameterName, 'Look at entries between two times, the second not included')
            [CompletionResult]::new('--tz', '--tz', [CompletionResultType]::ParameterName, 'The zone of times that are shown, and of times in flags without one')
            [CompletionResult]::new('--input-tz', '--input-tz', [CompletionResultType]::ParameterName, 'The zone of times in the log that have none [default: UTC]')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'The time that is now, instead of what the clock says')
            [CompletionResult]::new('--relative-to', '--relative-to', [CompletionResultType]::ParameterName, 'What `24h` and the like are counted from')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'What to look for: a named selection of detectors [default: default]')
            [CompletionResult]::new('--detectors', '--detectors', [CompletionResultType]::ParameterName, 'Look for these only (`pake detectors` lists them)')
            [CompletionResult]::new('--skip-detectors', '--skip-detectors', [CompletionResultType]::ParameterName, 'Do not look for these')
            [CompletionResult]::new('--mask-field', '--mask-field', [CompletionResultType]::ParameterName, 'Always mask the values of these fields')
            [CompletionResult]::new('--keep-field', '--keep-field', [CompletionResultType]::ParameterName, 'Never mask the values of these fields')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Use this config instead of the one that lies nearest')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'Work with exactly this many threads [default: one more than there are cores]')
            [CompletionResult]::new('--anywhere', '--anywhere', [CompletionResultType]::ParameterName, 'Look for the id in any field, and as a part of its value')
            [CompletionResult]::new('--rotated', '--rotated', [CompletionResultType]::ParameterName, 'Each file stands for its whole rotated set')
            [CompletionResult]::new('--sorted', '--sorted', [CompletionResultType]::ParameterName, 'Entries stand in the order of their times: read no more than the window lies in')
            [CompletionResult]::new('--unmasked', '--unmasked', [CompletionResultType]::ParameterName, 'Do not mask what is shown')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Use no config at all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; a summary with `-h`')
            break
        }
        'pake;detectors' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The profile that decides which are on')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of the list')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'pake;generate' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Manual pages, one a command')
            break
        }
        'pake;generate;completions' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The folder to fill instead of printing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'pake;generate;man' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The folder to fill instead of printing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'pake;validate-config' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of what is said')
            [CompletionResult]::new('--deny', '--deny', [CompletionResultType]::ParameterName, 'Count warnings as errors')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Use this config instead of the one that lies nearest')
            [CompletionResult]::new('--environment', '--environment', [CompletionResultType]::ParameterName, 'Lay this environment''s section over the rest [default: $PAKE_ENVIRONMENT]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'What to look for: a named selection of detectors [default: default]')
            [CompletionResult]::new('--detectors', '--detectors', [CompletionResultType]::ParameterName, 'Look for these only (`pake detectors` lists them)')
            [CompletionResult]::new('--skip-detectors', '--skip-detectors', [CompletionResultType]::ParameterName, 'Do not look for these')
            [CompletionResult]::new('--mask-field', '--mask-field', [CompletionResultType]::ParameterName, 'Always mask the values of these fields')
            [CompletionResult]::new('--keep-field', '--keep-field', [CompletionResultType]::ParameterName, 'Never mask the values of these fields')
            [CompletionResult]::new('--show', '--show', [CompletionResultType]::ParameterName, 'Print each value that holds, and where it comes from')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Print the JSON Schema of configs')
            [CompletionResult]::new('--manual', '--manual', [CompletionResultType]::ParameterName, 'Print all keys with what they mean')
            [CompletionResult]::new('--no-config', '--no-config', [CompletionResultType]::ParameterName, 'Use no config at all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'pake;explain' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
