# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of weighbridge(1) for fish.

set -l commands doctor prepare conformance bench load decide claims report reference-server
set -l targets reference gin fiber echo fastapi django flask express
set -l workloads json items orders db queries updates sleep upstream cpu hash secure page start memory size idle events short
set -l seen __fish_seen_subcommand_from

complete -c weighbridge -f
complete -c weighbridge -l help -d 'Show the help'
complete -c weighbridge -n "not $seen $commands" -l version -d 'Show the version'
complete -c weighbridge -n "not $seen $commands" -k -a '(__fish_complete_suffix .weigh)'
complete -c weighbridge -n "not $seen $commands" -a doctor -d 'Toolchains, targets, limits'
complete -c weighbridge -n "not $seen $commands" -a prepare -d 'Build or install targets'
complete -c weighbridge -n "not $seen $commands" -a conformance -d 'Check targets against the contract'
complete -c weighbridge -n "not $seen $commands" -a bench -d 'Measure targets under load'
complete -c weighbridge -n "not $seen $commands" -a load -d 'Put load on one address'
complete -c weighbridge -n "not $seen $commands" -a decide -d 'The decision of a project file'
complete -c weighbridge -n "not $seen $commands" -a claims -d 'Published figures, checked'
complete -c weighbridge -n "not $seen $commands" -a report -d 'Write a report'
complete -c weighbridge -n "not $seen $commands" -a reference-server -d 'The built-in server'

complete -c weighbridge -n "$seen doctor conformance bench load decide claims" -l json -d 'Print one JSON object'

complete -c weighbridge -n "$seen prepare conformance" -a "$targets"
complete -c weighbridge -n "$seen prepare" -l clean -d 'Remove what was prepared'
complete -c weighbridge -n "$seen prepare" -l log -d 'Show all output'

complete -c weighbridge -n "$seen bench" -l targets -x -a "(__fish_append , $targets)" -d 'Targets'
complete -c weighbridge -n "$seen conformance" -l all -d 'Check all targets'
complete -c weighbridge -n "$seen conformance bench" -l workload -x -a "$workloads" -d 'Workload'
complete -c weighbridge -n "$seen bench load" -s c -l connections -x -d 'Number of connections'
complete -c weighbridge -n "$seen bench" -l quick -d 'The quick set of short measurements'
complete -c weighbridge -n "$seen bench" -l rounds -x -d 'Number of rounds'
complete -c weighbridge -n "$seen bench load" -s d -l duration -x -d 'Measured seconds'
complete -c weighbridge -n "$seen bench load" -l warm-up -x -d 'Seconds of warm-up'
complete -c weighbridge -n "$seen bench" -l rate -x -d 'Requests to start each second'
complete -c weighbridge -n "$seen conformance bench" -l database -x -d 'PostgreSQL on this machine'
complete -c weighbridge -n "$seen conformance bench" -l profile -x -a 'documented production tuned' -d 'Profile'
complete -c weighbridge -n "$seen bench" -l seed -x -d 'Seed of the order'
complete -c weighbridge -n "$seen bench" -l project -r -F -d 'Keep the results in this project'
complete -c weighbridge -n "$seen bench" -l apply -d 'Turn the figures into ratings'
complete -c weighbridge -n "$seen bench" -l use-invalid -d 'Use flagged results too'
complete -c weighbridge -n "$seen bench" -l out -r -F -d 'Also write the results as JSON'
complete -c weighbridge -n "$seen bench" -l against -x -a "$targets" -d 'Compare all with this target'
complete -c weighbridge -n "$seen bench" -l ratios -d 'Also print the ratios of all pairs'
complete -c weighbridge -n "$seen bench" -s q -l quiet -d 'Print only the verdict'
complete -c weighbridge -n "$seen bench" -l csv -d 'Print every figure as CSV'

complete -c weighbridge -n "$seen load" -s t -l threads -x -d 'Number of load threads'
complete -c weighbridge -n "$seen load" -s R -l rate -x -d 'Requests to start each second'
complete -c weighbridge -n "$seen load" -l allow-remote -x -d 'Consent to load this other machine'

complete -c weighbridge -n "$seen decide claims report" -k -a '(__fish_complete_suffix .weigh)'
complete -c weighbridge -n "$seen decide" -l set -x -d 'NEED=WEIGHT'
complete -c weighbridge -n "$seen decide" -l must -x -d 'NEED=LEVEL that must be reached'
complete -c weighbridge -n "$seen decide" -l answer -x -d 'QUESTION=ANSWER of the interview'
complete -c weighbridge -n "$seen decide" -l rule -x -d 'ID=on|off'
complete -c weighbridge -n "$seen decide" -l list-questions -d 'Print the questions and what they take'
complete -c weighbridge -n "$seen decide" -l interview -d 'Ask what matters most, one question after another'
complete -c weighbridge -n "$seen decide" -l next-question -d 'Print the question that matters most now'
complete -c weighbridge -n "$seen decide" -l skip -x -d 'QUESTION to leave out'
complete -c weighbridge -n "$seen decide" -l out -r -d 'Save the changed project'
complete -c weighbridge -n "$seen decide" -l import-csv -r -F -d 'Take the table from CSV'
complete -c weighbridge -n "$seen decide" -l table-csv -r -F -d 'Write the table as CSV'
complete -c weighbridge -n "$seen decide" -l keep-runs -x -d 'Leave all but the newest runs out'
complete -c weighbridge -n "$seen decide" -l drop-runs-before -x -d 'Leave the runs before a date out'
complete -c weighbridge -n "$seen decide" -l level -x -a 'languages frameworks own' -d 'What is compared'
complete -c weighbridge -n "$seen decide" -l new -d 'Start from an own project without needs'
complete -c weighbridge -n "$seen decide" -l title -x -d 'Name of the project'
complete -c weighbridge -n "$seen decide" -l remove-alternative -x -d 'Leave an alternative out'
complete -c weighbridge -n "$seen decide" -l add-alternative -x -d 'One more alternative'
complete -c weighbridge -n "$seen decide" -l add-need -x -d 'One more need, by id or name'
complete -c weighbridge -n "$seen decide" -l clear-answer -x -d 'Withdraw an answer'
complete -c weighbridge -n "$seen decide" -l list-needs -d 'Print the needs'
complete -c weighbridge -n "$seen decide" -l rank -x -d 'NEED>NEED=NEED: weights from an order'
complete -c weighbridge -n "$seen decide" -l swing -x -d 'NEED=POINTS: weights from points'
complete -c weighbridge -n "$seen decide" -l pair -x -d 'NEED/NEED=TIMES: weights from pairs'
complete -c weighbridge -n "$seen decide" -l bound -x -d 'NEED=FROM..TO per cent of the weights'
complete -c weighbridge -n "$seen decide" -l weights -x -a 'mine order bounds any' -d 'What is known of the weights'
complete -c weighbridge -n "$seen decide" -l doubt -x -a 'little some a-lot' -d 'How far judged ratings may be off'
complete -c weighbridge -n "$seen decide" -l correlation -x -d 'How far they err together, 0 to 1'
complete -c weighbridge -n "$seen decide" -l price -x -d 'price of a machine a month'
complete -c weighbridge -n "$seen decide" -l apply -d 'Rate from all stored runs'
complete -c weighbridge -n "$seen decide" -l apply-run -x -d 'Rate from this stored run'
complete -c weighbridge -n "$seen decide" -l rate -x -d 'NEED/ALTERNATIVE=LEVEL by hand'
complete -c weighbridge -n "$seen decide" -l unset -x -d 'Take a rating or a need back'
complete -c weighbridge -n "$seen decide" -l draws -x -d 'Draws of the Monte Carlo'
complete -c weighbridge -n "$seen decide" -l explain -d 'Print the sentences behind the verdict'

complete -c weighbridge -n "$seen report" -l format -x -a 'md json' -d 'Format'
complete -c weighbridge -n "$seen report" -l out -r -F -d 'File to write'

complete -c weighbridge -n "$seen reference-server" -l port -x -d 'Port on 127.0.0.1'
complete -c weighbridge -n "$seen reference-server" -l workers -x -d 'Number of threads'
