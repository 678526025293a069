#compdef weighbridge
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of weighbridge(1) for zsh.

_weighbridge_targets() {
    local -a targets=(
        'reference:the built-in server in C++'
        'gin:Gin, Go' 'fiber:Fiber, Go' 'echo:Echo, Go'
        'fastapi:FastAPI, Python' 'django:Django, Python' 'flask:Flask, Python'
        'express:Express, Node.js')
    _describe -t targets 'target' targets "$@"
}

_weighbridge() {
    local -a commands=(
        'doctor:toolchains, targets, limits; what is missing and how to get it'
        'prepare:build or install targets into the cache'
        'conformance:check that targets answer as the contract says'
        'bench:measure targets under load and compare them'
        'load:put load on one address, without a target'
        'decide:the decision of a project file, with its numbers'
        'claims:published figures, and what follows from them'
        'report:write a report of a project file'
        'reference-server:serve the workloads with the built-in server')
    local context state line
    _arguments -C \
        '--help[show the help]' '--version[show the version]' \
        '1: :->first' '*:: :->rest'
    case $state in
        first)
            _describe -t commands 'command' commands
            _files -g '*.weigh'
            ;;
        rest)
            case $words[1] in
                doctor) _arguments '--json[print one JSON object]' '--help[show the help]' ;;
                claims)
                    _arguments '--json[print one JSON object]' '--help[show the help]' \
                        '1:project:_files -g "*.weigh"'
                    ;;
                prepare)
                    _arguments '--clean[remove what was prepared]' '--log[show all output]' '--help[show the help]' \
                        '*:target:_weighbridge_targets'
                    ;;
                conformance)
                    _arguments '--all[check all targets]' \
                        '--workload[check only these, separated by commas]:workload:(json items orders db queries updates sleep upstream cpu hash secure page events)' \
                        '--profile[profile of the targets]:profile:(documented production tuned)' \
                        '--database[PostgreSQL on this machine]:URL' \
                        '--json[print one JSON object]' '--help[show the help]' \
                        '*:target:_weighbridge_targets'
                    ;;
                bench)
                    _arguments \
                        '--targets[targets, separated by commas]:targets:_sequence _weighbridge_targets' \
                        '--quick[the quick set of short measurements]' \
                        '--workload[workload]:workload:(json items orders db queries updates sleep upstream cpu hash secure page start memory size idle events short)' \
                        '(-c --connections)'{-c,--connections}'[number of connections]:number' \
                        '--rounds[launches of each target]:number' \
                        '(-d --duration)'{-d,--duration}'[measured seconds of one round]:seconds' \
                        '--warm-up[longest warm-up]:seconds' \
                        '--rate[requests to start each second]:number' \
                        '--profile[profile of the targets]:profile:(documented production tuned)' \
                        '--database[PostgreSQL on this machine]:URL' \
                        '--seed[seed of the order]:number' \
                        '--project[keep the results in this project file]:file:_files -g "*.weigh"' \
                        '--apply[turn the figures into ratings of the decision]' \
                        '--use-invalid[use flagged results too]' \
                        '--out[also write the results as JSON]:file:_files' \
                        '--against[compare all with this one]:target:_weighbridge_targets' \
                        '--ratios[also print the ratios of all pairs]' \
                        '(-q --quiet)'{-q,--quiet}'[print only the verdict]' \
                        '--csv[print every figure as CSV]' \
                        '--json[print one JSON object]' '--help[show the help]'
                    ;;
                load)
                    _arguments \
                        '(-c --connections)'{-c,--connections}'[number of connections]:number' \
                        '(-d --duration)'{-d,--duration}'[measured seconds]:seconds' \
                        '(-t --threads)'{-t,--threads}'[number of load threads]:number' \
                        '(-R --rate)'{-R,--rate}'[requests to start each second]:number' \
                        '--warm-up[load before the measured time]:seconds' \
                        '--allow-remote[consent to load this other machine]:address:_hosts' \
                        '--json[print one JSON object]' '--help[show the help]' '1:address:_urls'
                    ;;
                decide)
                    _arguments '--new[start from an own project without needs]' \
                        '--title[name of the project]:text' \
                        '--level[what is compared]:level:(languages frameworks own)' \
                        '*--remove-alternative[leave an alternative out]:alternative' \
                        '*--add-alternative[one more alternative]:name' \
                        '*--add-need[one more need]:id or name' \
                        '*--clear-answer[withdraw an answer]:question' \
                        '*--answer[answer a question]:QUESTION=ANSWER' \
                        '--list-questions[print the questions and what they take]' \
                        '--list-needs[print the needs]' \
                        '--interview[ask what matters most, one question after another]' \
                        '--next-question[print the question that matters most now]' \
                        '*--skip[leave a question out]:QUESTION' \
                        '*--rule[switch a rule]:ID=on|off' \
                        '*--set[weight of a need]:NEED=WEIGHT' \
                        '--rank[weights from an order]:NEED>NEED=NEED' \
                        '*--swing[weights from points]:NEED=POINTS' \
                        '*--pair[weights from pairs]:NEED/NEED=TIMES' \
                        '*--bound[share of a need in per cent]:NEED=FROM..TO' \
                        '--weights[what is known of the weights]:known:(mine order bounds any)' \
                        '*--must[level that a need must reach]:NEED=LEVEL' \
                        '--doubt[how far judged ratings may be off]:doubt:(little some a-lot)' \
                        '--correlation[how far they err together]:share' \
                        '--price[price of a machine a month]:amount' \
                        '--apply[rate from all stored runs]' \
                        '*--apply-run[rate from this stored run]:id' \
                        '*--rate[rate by hand]:NEED/ALTERNATIVE=LEVEL' \
                        '*--unset[take a rating or a need back]:NEED[/ALTERNATIVE]' \
                        '--draws[draws of the Monte Carlo]:number' \
                        '--out[save the changed project]:file:_files -g "*.weigh"' \
                        '--import-csv[take the table from CSV]:file:_files -g "*.csv"' \
                        '--table-csv[write the table as CSV]:file:_files -g "*.csv"' \
                        '--keep-runs[leave older runs out]:number' \
                        '--drop-runs-before[leave earlier runs out]:date' \
                        '--explain[print the sentences behind the verdict]' \
                        '--json[print one JSON object]' '--help[show the help]' \
                        '1:project:_files -g "*.weigh"'
                    ;;
                report)
                    _arguments '--format[format]:format:(md json)' '--out[file to write]:file:_files' \
                        '--help[show the help]' '1:project:_files -g "*.weigh"'
                    ;;
                reference-server)
                    _arguments '--port[port on 127.0.0.1]:number' '--workers[number of threads]:number' \
                        '--help[show the help]'
                    ;;
            esac
            ;;
    esac
}

_weighbridge "$@"
