# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of weighbridge(1) for bash.

_weighbridge() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command="" word
    local commands="doctor prepare conformance bench load decide claims report reference-server"
    local targets="reference gin fiber echo fastapi django flask express"
    local workloads="json items orders db queries updates sleep upstream cpu hash secure page start memory size idle events short"
    COMPREPLY=()

    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case " $commands " in *" $word "*) command=$word; break ;; esac
    done

    case "$previous" in
        --project) _weighbridge_files '*.weigh'; return ;;
        --out) _weighbridge_files '*'; return ;;
        --workload) COMPREPLY=($(compgen -W "$workloads" -- "$current")); return ;;
        --profile) COMPREPLY=($(compgen -W "documented production tuned" -- "$current")); return ;;
        --against) COMPREPLY=($(compgen -W "$targets" -- "$current")); return ;;
        --level) COMPREPLY=($(compgen -W "languages" -- "$current")); return ;;
        --format) COMPREPLY=($(compgen -W "md json" -- "$current")); return ;;
        --targets)
            # A comma-separated list: complete what follows the last comma.
            local before=""
            [[ $current == *,* ]] && before=${current%,*},
            COMPREPLY=($(compgen -P "$before" -W "$targets" -- "${current##*,}"))
            compopt -o nospace 2>/dev/null
            return
            ;;
        --connections | --rounds | --duration | --warm-up | --rate | --seed | --threads | --set) return ;;
        --allow-remote | --port | --workers | -c | -d | -t | -R) return ;;
    esac

    local options="--help"
    case "$command" in
        "")
            if [[ $current == -* ]]; then
                COMPREPLY=($(compgen -W "--help --version" -- "$current"))
            else
                COMPREPLY=($(compgen -W "$commands" -- "$current"))
                _weighbridge_files '*.weigh' append
            fi
            return
            ;;
        doctor | claims) options+=" --json" ;;
        prepare) options+=" --clean --log" ;;
        conformance) options+=" --all --workload --profile --database --json" ;;
        bench)
            options+=" --targets --quick --workload --connections --rounds --duration --warm-up --rate --profile"
            options+=" --database"
            options+=" --seed --project --apply --use-invalid --out --against --ratios --quiet --csv --json"
            ;;
        load) options+=" --connections --duration --threads --rate --warm-up --allow-remote --json" ;;
        decide)
            options+=" --new --title --level --remove-alternative --add-alternative --add-need"
            options+=" --clear-answer --answer --list-questions --interview --next-question --skip --list-needs --rule --set --rank --swing"
            options+=" --pair --bound --weights --must --doubt --correlation --price --apply --apply-run --rate --unset --draws --out"
            options+=" --explain --json"
            options+=" --import-csv --table-csv --keep-runs --drop-runs-before"
            ;;
        report) options+=" --format --out" ;;
        reference-server) options+=" --port --workers" ;;
    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
        return
    fi
    case "$command" in
        prepare | conformance) COMPREPLY=($(compgen -W "$targets" -- "$current")) ;;
        decide | claims | report) _weighbridge_files '*.weigh' ;;
    esac
}

# _weighbridge_files PATTERN [append]: folders, and files that match.
_weighbridge_files() {
    local found=()
    mapfile -t found < <(compgen -d -- "$current"; compgen -f -X "!$1" -- "$current")
    [[ ${2:-} == append ]] || COMPREPLY=()
    COMPREPLY+=("${found[@]}")
    compopt -o filenames 2>/dev/null
}

complete -F _weighbridge weighbridge
