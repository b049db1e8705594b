# SPDX-License-Identifier: MIT
# The conductor: what follows videos for days without a person at the keyboard. The project's Makefile includes this
# file, and `tiktrack TARGET VARIABLE=VALUE` runs make on it where there is no source tree; see tiktrack(1).
# Each target prints the commands that it runs, as one would type them; make -s leaves that out.

status: ## a board of every cohort: what was measured, what is due, when the next thing will be
cohort: ## find videos and measure them for the first time; makes DATA/cohort_STAMP, or adds to it
collect: ## measure whatever is due in any cohort, most urgent first; all that a timer must know
export: ## make each cohort's final_dataset.csv that is older than its measurements
watch: ## collect in this terminal until all is done, with the board
timer: ## collect every five minutes from now on, by systemd or by cron
timer-remove: ## take the timer away

#: DATA=DIR             where the cohorts are (data); for every target
#: DRY_RUN=1            only say what would be done; for every target but status
#: USERS="NAME..."      creators, or @FILE of them; likewise HASHTAGS= and SOUNDS=
#: TRENDING=1           what is trending; so it is, too, where no source is named
#: LISTING=FILE         a saved answer
#: IDS=FILE             ids and addresses, one a line; - is stdin
#: COUNT=N MIX=WHAT     how many videos, and of which kinds (views, category); ORDER=random SEED=N POOL=N PER_CREATOR=N
#: MAX_AGE=TIME         only videos that are younger; likewise MIN_AGE= MIN_VIEWS= MAX_VIEWS=
#: ORIGIN=WHICH         hours count from the `upload` or the `discovery` (discovery)
#: TIMEPOINTS=LIST      the hours (0,1,6,24,48); EARLY=TIME TOLERANCE=TIME say when a measurement is on time
#: STAMP=ID             the cohort's name (the time of its start)
#: WATCH=TIME           ask the sources again so often, and take what is new; LIMIT_PER_DAY=N at most
#: TURN=SECONDS         how long a cohort is collected before the next has its turn (60; alone 300)
#: PAUSE=SECONDS        how long `watch` sleeps at most (60)

conductor_targets := status cohort collect export watch timer timer-remove
conductor_variables := DATA DRY_RUN USERS HASHTAGS SOUNDS TRENDING LISTING IDS COUNT MIX ORDER SEED POOL PER_CREATOR \
	MAX_AGE MIN_AGE MIN_VIEWS MAX_VIEWS ORIGIN TIMEPOINTS EARLY TOLERANCE STAMP WATCH LIMIT_PER_DAY TURN PAUSE
# What was given on the command line and means nothing here: most likely a slip, which must not go unheard.
conductor_slips = $(filter-out $(conductor_variables) CODE_TO,$(foreach name,$(.VARIABLES),$(if \
	$(filter command,$(origin $(name))),$(name))))

define conductor
data=${DATA:-data}
newline='
'
ended=0 # the worst code so far

say() { printf 'tiktrack: %s\n' "$*" >&2; }

# worst CODE...: the one that counts most, in the order of the manual; one that the manual does not know before all
worst() {
    for each; do
        case $each in
        0 | 1 | 2 | 65 | 69 | 74 | 75 | 77 | 130 | 141 | 143) ;;
        *) echo "$each" && return ;;
        esac
    done
    for known in 130 143 2 77 74 69 75 65 1; do
        for each; do
            if [ "$each" -eq "$known" ]; then echo "$each" && return; fi
        done
    done
    echo 0
}
note() { ended=$(worst "$ended" "$@"); }

# quoted WORD...: the words as one would type them, each after a blank
quoted() {
    for word; do
        case $word in
        '' | *[!A-Za-z0-9_@%+=:,./-]*) printf " '%s'" "$(printf %s "$word" | sed "s/'/'\\\\''/g")" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
}

# run COMMAND [READER]: prints a command, or a pipeline of two, and runs it; the worst of their codes is in `code` then
run() {
    case ${MAKEFLAGS%% *} in
    -*) printf '%s\n' "$1${2:+ | $2}" >&2 ;;
    *s*) ;;
    *) printf '%s\n' "$1${2:+ | $2}" >&2 ;;
    esac
    code=0
    if [ -n "${DRY_RUN:-}" ]; then return 0; fi
    if [ $# -eq 1 ]; then
        eval "$1" || code=$?
        return 0
    fi
    { codes=$({ { eval "$1"; echo $? >&3; } | { eval "$2" >&4; echo $? >&3; }; } 3>&1); } 4>&1
    # shellcheck disable=SC2086 # two numbers
    code=$(worst $codes)
}

noted() { run "$@" && note "$code"; }

# absolute PATH
absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$PWD/$1" ;; esac }

# now: in Unix seconds, on the clock that the tools are told
now() {
    case ${TIKTRACK_NOW:-} in
    '') date +%s ;;
    *[!0-9]*) date -u -d "$TIKTRACK_NOW" +%s ;;
    *) echo "$TIKTRACK_NOW" ;;
    esac
}

# seconds TIME: of a length of time as the tools take it (90s, 15m, 1.5h); nothing where it is none
seconds() {
    printf '%s\n' "$1" | awk '/^[0-9]+(\.[0-9]+)?(ms|s|m|h|d)?$/ {
        unit = $0
        sub(/^[0-9.]+/, "", unit)
        print int($0 * (unit == "d" ? 86400 : unit == "h" ? 3600 : unit == "m" ? 60 : unit == "ms" ? 0.001 : 1))
    }'
}

# with_cohorts COMMAND...: runs it with the folder of each cohort as its last words
with_cohorts() {
    for file in "$data"/cohort_*/tracked_videos.jsonl; do
        [ ! -f "$file" ] || set -- "$@" "${file%/*}"
    done
    "$@"
}
how_many() { echo $#; }
need_cohort() {
    if [ "$(with_cohorts how_many)" -eq 0 ]; then
        say "there is no cohort in $data; the target cohort makes one"
        exit 0
    fi
}

# ---- cohort

# line OPTION VALUE, lines OPTION VALUES: options as they stand in a watch list, one a line
line() { [ -z "$2" ] || printf '%s\n' "$1 $2"; }
lines() {
    set -f
    for each in $2; do
        case $each in @?*) each=@$(absolute "${each#@}") ;; esac
        line "$1" "$each"
    done
}

# arguments: the options on stdin, as words of a command line
arguments() {
    while read -r option value; do
        case $option in
        '' | every) ;;
        *[!a-z-]*) say "'$option' is no option of tt-discover" && return 65 ;;
        *) printf ' --%s' "$option" && if [ -n "$value" ]; then quoted "$value"; fi ;;
        esac
    done
}

do_cohort() (
    folder=$data/cohort_${STAMP:-$(date -u -d "@$(now)" +%Y%m%d_%H%M%S)}
    sources=$(
        lines user "${USERS:-}"
        lines hashtag "${HASHTAGS:-}"
        lines sound "${SOUNDS:-}"
        [ -z "${TRENDING:-}" ] || echo trending
    )
    rule=$(
        line count "${COUNT:-}"
        line pool "${POOL:-}"
        line mix "${MIX:-}"
        line per-creator "${PER_CREATOR:-}"
        [ -z "${ORDER:-}" ] || echo "$ORDER"
        line seed "${SEED:-}"
        line max-age "${MAX_AGE:-}"
        line min-age "${MIN_AGE:-}"
        line min-views "${MIN_VIEWS:-}"
        line max-views "${MAX_VIEWS:-}"
        line limit-per-day "${LIMIT_PER_DAY:-}"
    )
    schedule=$(
        line time-origin "${ORIGIN:-}"
        line timepoints "${TIMEPOINTS:-}"
        line early "${EARLY:-}"
        line tolerance "${TOLERANCE:-}"
    )
    if [ -n "${WATCH:-}" ] && [ -z "$(seconds "$WATCH")" ]; then
        say "WATCH=$WATCH is no length of time, as 15m is" && exit 2
    fi
    if [ -n "${WATCH:-}" ] && [ -z "$sources" ]; then
        say "WATCH= wants USERS=, HASHTAGS=, SOUNDS= or TRENDING=1: what is to be watched" && exit 2
    fi
    begin=$(now)
    [ -n "${DRY_RUN:-}" ] || mkdir -p -- "$data" || exit 74
    options=$(printf '%s\n' "$sources" "${LISTING:+listing $LISTING}" "$rule" "$schedule" | arguments)
    noted "tt-discover$options --into$(quoted "$folder") --wait 10m${IDS:+$(quoted "$IDS")}"
    if [ "$code" -gt 1 ]; then exit "$ended"; fi
    if [ -n "${WATCH:-}" ] && [ -z "${DRY_RUN:-}" ]; then
        list=$folder/watch_list
        {
            echo "# What \`collect\` asks for new videos: options of tt-discover, one a line."
            printf '%s\n' "every $WATCH" "$sources" "$rule" | sed '/^$/d'
        } >"$list.new" && mv "$list.new" "$list" && echo "$begin" >"$folder/.polled" || exit 74
    fi
    noted "tt-due$(quoted "$folder")" "tt-snapshot --into$(quoted "$folder") --wait 10m"
    exit "$ended"
)

# ---- collect

# watch_list FOLDER: its lines without comments
watch_list() { sed 's/^[[:blank:]]*#.*//; s/[[:blank:]]#[[:blank:]].*//; /^[[:blank:]]*$/d' "$1/watch_list"; }

# parts FOLDER: in how many parts its watch list is asked, so that nothing that is due waits long: fifty sources each
parts() {
    watch_list "$1" | while read -r option value; do
        case "$option $value" in
        'user @'* | 'hashtag @'* | 'sound @'*) grep -c '[^[:blank:]]' "${value#@}" 2>/dev/null ;;
        user* | hashtag* | sound*) echo 1 ;;
        esac
    done | awk '{ sources += $1 } END { print (sources > 50 ? int((sources + 49) / 50) : 1) }'
}

# polled FOLDER: when its watch list was asked last (`last`), and how many parts of it were asked since (`part`)
polled() {
    last=0 part=0
    if [ -s "$1/.polled" ]; then read -r last part <"$1/.polled"; fi
    part=${part:-0}
}

# overdue FOLDER: whether its watch list is to be asked again; a tenth early is due, since timers are late
overdue() (
    [ -s "$1/watch_list" ] || return
    every=$(seconds "$(watch_list "$1" | sed -n 's/^every[[:blank:]]*//p')")
    polled "$1"
    age=$(($(now) - last))
    [ "$part" -gt 0 ] || [ "$age" -lt 0 ] || [ "$((age + ${every:-900} / 10))" -ge "${every:-900}" ]
)

# told_to_stop FOLDER: whether a 75 came from the platform, which holds for every cohort, and not from another writer
told_to_stop() {
    [ "$code" -eq 75 ] || return
    tt-snapshot --into "$1" --wait 0 </dev/null >/dev/null 2>&1
    [ $? -ne 75 ]
}

# between_turns: as long as between two requests
between_turns() {
    if [ -n "$asked" ] && [ "${TIKTRACK_DELAY:-}" != 0 ] && [ -z "${DRY_RUN:-}" ]; then sleep 2; fi
    asked=yes
}

# poll FOLDER: asks its watch list for new videos, or the next part of a long one
poll() {
    between_turns
    polled "$1"
    all=$(parts "$1")
    if [ "$part" -eq 0 ]; then last=$(now); fi
    if [ "$part" -ge "$all" ]; then part=0; fi
    if options=$(watch_list "$1" | arguments); then
        if [ "$all" -gt 1 ]; then options="$options --part $((part + 1))/$all"; fi
        run "tt-discover$options --into$(quoted "$1") --wait 30s"
    else
        say "$1/watch_list: it was left alone" && code=65
    fi
    note "$code"
    if [ "$code" -le 1 ] && [ -z "${DRY_RUN:-}" ]; then
        part=$((part + 1))
        if [ "$part" -ge "$all" ]; then part=0; fi
        if [ "$part" -eq 0 ]; then echo "$last"; else echo "$last $part"; fi >"$1/.polled" || note 74
    else
        part=0
    fi
    if [ "$part" -eq 0 ]; then polled_now=$polled_now$1$newline; fi # its turn in this collect is over
    if told_to_stop "$1"; then stopped=75; fi
}

# poll_one FOLDER...: asks one watch list that is to be asked again, so that what is urgent comes in between
poll_one() {
    for folder; do
        case $polled_now in *"$newline$folder$newline"*) continue ;; esac
        if overdue "$folder"; then
            poll "$folder"
            return
        fi
    done
    return 1
}

# most_urgent FOLDER...: where the next turn is due (`next`), and how many cohorts wait for one (`waiting`)
most_urgent() {
    due=$(tt-due --cohorts "$@" 2>&8) || note $?
    exec 8>/dev/null # said once is enough
    next="" waiting=0
    while IFS= read -r folder; do
        case $resting in *"$newline$folder$newline"*) continue ;; esac
        waiting=$((waiting + 1))
        [ -n "$next" ] || next=$folder
    done <<END
$due
END
}

# turn FOLDER: collects there for a while. One that was not finished in its time may have another turn at once; one that
# was rests, also where something is to be tried again.
turn() {
    between_turns
    if [ "$waiting" -gt 1 ]; then limit=${TURN:-60}; else limit=${TURN:-300}; fi
    begin=$(date +%s)
    run "tt-due$(quoted "$1")" "tt-snapshot --into$(quoted "$1") --wait 30s --limit ${limit}s"
    if [ "$code" -le 1 ] && [ "$(($(date +%s) - begin))" -ge "$limit" ]; then return; fi
    note "$code"
    resting=$resting$1$newline
    if told_to_stop "$1"; then stopped=75; fi
}

do_collect() (
    need_cohort
    stopped=""
    trap 'stopped=130' INT
    trap 'stopped=143' TERM
    if [ -z "${DRY_RUN:-}" ] && command -v flock >/dev/null; then
        # Two collects at once would ask the platform twice as often. The children hold the lock, too.
        { : >>"$data/.collect.lock"; } 2>/dev/null || { say "$data cannot be written" && exit 74; }
        exec 9<>"$data/.collect.lock"
        flock -n 9 || { say "process $(cat "$data/.collect.lock") collects in $data already" && exit 75; }
        echo $$ >"$data/.collect.lock"
    fi
    exec 8>&2
    # Folders, each between two line breaks; an empty line rests, too.
    resting=$newline$newline polled_now=$newline since=$(date +%s) asked=""
    while [ -z "$stopped" ]; do
        polled=no
        if with_cohorts poll_one; then polled=yes; fi
        [ -z "$stopped" ] || break
        if [ "$(($(date +%s) - since))" -ge 300 ]; then resting=$newline$newline since=$(date +%s); fi
        with_cohorts most_urgent
        if [ -n "$next" ]; then
            turn "$next"
        elif [ "$polled" = no ]; then
            break
        fi
    done
    case $stopped in
    '') [ -n "$asked" ] || [ ! -t 2 ] || say "nothing is due; next: $(with_cohorts tt-due --next)" ;;
    75) say "the platform asked to be left alone: the next collect goes on" ;;
    *) note "$stopped" ;;
    esac
    exit "$ended"
)

# ---- export and status

# timepoints FOLDER: the hours of its charter, with commas between them
timepoints() {
    sed -n '1s/.*"timepoints":[[:blank:]]*\[\([^]]*\)\].*/\1/p; 1q' "$1/tracked_videos.jsonl" | tr -d '[:blank:]'
}

# export_one FOLDER: its table, where there is none or a measurement is newer; it bears the time at which it was begun,
# so that a line which came meanwhile makes it old
export_one() {
    set -- "$1" "$1"/hour_*.jsonl
    if [ ! -f "$2" ]; then return; fi
    table=$1/final_dataset.csv made=$1/.final_dataset.csv
    if [ -f "$table" ] && [ -z "$(find "$1" -name 'hour_*.jsonl' -newer "$table")" ]; then return; fi
    hours=$(timepoints "$1")
    if [ -z "$hours" ]; then
        say "$1/tracked_videos.jsonl:1: here no charter says which timepoints there are; no table was made"
        note 65
        return
    fi
    started=$1/.export_started
    [ -n "${DRY_RUN:-}" ] || touch "$started" || { note 74 && return; }
    noted "tt-velocity --timepoints$(quoted "$hours" "$1")/hour_*.jsonl" "tt-tocsv --rows one -o$(quoted "$made")"
    if [ -n "${DRY_RUN:-}" ]; then return; fi
    if [ "$code" -le 1 ]; then
        if ! { touch -r "$started" "$made" && mv "$made" "$table"; }; then note 74; fi
    else
        rm -f "$made"
    fi
    rm -f "$started"
}
export_each() { for folder; do export_one "$folder"; done; }

do_export() (
    need_cohort
    with_cohorts export_each
    exit "$ended"
)

do_status() (
    need_cohort
    with_cohorts tt-due --board
)

# ---- watch

# rest SECONDS: sleeps, and a signal ends it
rest() {
    sleep "$1" &
    wait "$!" || kill "$!" 2>/dev/null
}

# show: the board, on a terminal in place of the last one and with what was done last
show() {
    board=$(with_cohorts tt-due --board 2>&1)
    if [ -t 1 ]; then
        printf '\033[H\033[2J%s\n\n' "$board"
        tail -n 5 "$data/collect.log"
    elif [ "$board" != "${shown:-}" ]; then
        printf '%s\n' "$board"
    fi
    shown=$board
}
show_on() { while sleep 10; do show; done; }

# any_watched FOLDER...: whether new videos can come
any_watched() {
    for folder; do
        if [ -s "$folder/watch_list" ]; then return; fi
    done
    return 1
}

do_watch() (
    need_cohort
    if [ -n "${DRY_RUN:-}" ]; then
        say "this would collect until all is done; first:"
        do_collect
        exit
    fi
    { : >>"$data/collect.log"; } 2>/dev/null || { say "$data cannot be written" && exit 74; }
    stopped="" showing=""
    trap 'stopped=130' INT
    trap 'stopped=143' TERM
    while [ -z "$stopped" ]; do
        if [ -t 1 ]; then
            show
            show_on &
            showing=$!
        fi
        do_collect 2>>"$data/collect.log"
        came=$?
        if [ -n "$showing" ]; then kill "$showing" && wait "$showing"; fi 2>/dev/null
        show
        case $came in 130 | 143) stopped=$came ;; esac
        next=$(with_cohorts tt-due --next)
        if [ -z "$next" ] && ! with_cohorts any_watched; then break; fi
        pause=${PAUSE:-60}
        if [ -n "$next" ]; then
            left=$(($(date -u -d "$next" +%s) - $(now)))
            # What is due still was refused, or is somebody else's: it is left alone for a while.
            if [ "$left" -le 0 ]; then pause=$((pause * 5)); elif [ "$left" -lt "$pause" ]; then pause=$left; fi
        fi
        [ -n "$stopped" ] || rest "$pause"
    done
    [ -n "$stopped" ] || say "all is done"
    exit "${stopped:-$came}"
)

# ---- timer

units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
mark='# tiktrack-collect'

# shown WORD...: a command, printed and run
shown() { noted "$(quoted "$@" | cut -c2-)"; }

# unit_word WORD: as a systemd unit takes it
unit_word() { printf '"%s"' "$(printf %s "$1" | sed 's/[\\"]/\\&/g; s/[$%]/&&/g')"; }

has_systemd() { systemctl --user show-environment >/dev/null 2>&1; }

# crontab_without: the crontab as it is, but for our line; fails where it cannot be read
crontab_without() {
    if table=$(LC_ALL=C crontab -l 2>&1); then
        printf '%s\n' "$table" | grep -vF "$mark"
    else
        case $table in
        *"no crontab"* | *"can't open"*) ;;
        *) say "crontab -l: $table" && return 74 ;;
        esac
    fi
    return 0
}

# put FILE: writes stdin there, and says so
put() {
    say "writes $1:"
    text=$(cat)
    printf '%s\n' "$text" | sed 's/^/    /' >&2
    [ -n "${DRY_RUN:-}" ] || { mkdir -p -- "${1%/*}" && printf '%s\n' "$text" >"$1"; }
}

systemd_timer() {
    put "$units/tiktrack-collect.service" <<END || exit 74
[Unit]
Description=Measure the videos that are due in $(printf %s "$where" | sed 's/%/%%/g')

[Service]
Type=oneshot
ExecStart=$(unit_word "$program") collect $(unit_word "DATA=$where")
SuccessExitStatus=1 75
END
    put "$units/tiktrack-collect.timer" <<END || exit 74
[Unit]
Description=Measure the videos that are due, every five minutes

[Timer]
OnCalendar=*:0/5
AccuracySec=10s
Persistent=true

[Install]
WantedBy=timers.target
END
    shown systemctl --user daemon-reload
    shown systemctl --user enable --now tiktrack-collect.timer
    say "it runs while you are logged in; also when you are not: loginctl enable-linger"
    say "what it does: journalctl --user -u tiktrack-collect"
}

cron_timer() {
    log=$where/collect.log
    command="$(quoted "$program") collect$(quoted "DATA=$where") >>$(quoted "$log") 2>&1"
    entry="*/5 * * * *$(printf %s "$command" | sed 's/%/\\%/g') $mark" # to cron a lone % is none
    kept=$(crontab_without) || exit 74
    say "there is no systemd here; the crontab has this line from now on:"
    printf '    %s\n' "$entry" >&2
    if [ -n "${DRY_RUN:-}" ]; then return; fi
    printf '%s\n' "${kept:+$kept$newline}$entry" | crontab - || note 74
}

do_timer() (
    where=$(absolute "$data")
    if ! program=$(command -v tiktrack); then
        say "the program tiktrack is not found; build or install it first" && exit 2
    fi
    say "every five minutes: $(quoted "$program" | cut -c2-) collect$(quoted "DATA=$where")"
    if has_systemd; then
        systemd_timer
    elif command -v crontab >/dev/null; then
        cron_timer
    else
        say "there is neither systemd nor cron here; the target watch keeps a terminal collecting" && exit 2
    fi
    if env | grep -q '^TIKTRACK_'; then
        say "a timer does not see TIKTRACK_... of this environment; such settings belong into its user's" \
            "${XDG_CONFIG_HOME:-$HOME/.config}/tiktrack/config"
    fi
    exit "$ended"
)

do_timer_remove() (
    removed=""
    if [ -e "$units/tiktrack-collect.timer" ]; then
        removed=yes
        if has_systemd; then
            shown systemctl --user disable --now tiktrack-collect.timer
        fi
        shown rm -f "$units/tiktrack-collect.timer" "$units/tiktrack-collect.service"
        if has_systemd; then
            shown systemctl --user daemon-reload
        fi
    fi
    if command -v crontab >/dev/null && LC_ALL=C crontab -l 2>/dev/null | grep -qF "$mark"; then
        removed=yes
        kept=$(crontab_without) || exit 74
        say "takes the line that ends in '$mark' out of the crontab"
        if [ -n "${DRY_RUN:-}" ]; then
            :
        elif [ -n "$kept" ]; then
            printf '%s\n' "$kept" | crontab - || note 74
        else
            crontab -r || note 74
        fi
    fi
    [ -n "$removed" ] || say "there was no timer"
    exit "$ended"
)

# ---- what runs

if [ -n "$conductor_slips" ]; then
    say "no variable has this name: $conductor_slips; tiktrack --help lists what there is"
    set -- exit 2
fi
case $data in *"$newline"*) say "DATA= cannot have a line break in its name" && set -- exit 2 ;; esac
trap : INT TERM
("$@")
status=$?
# tiktrack hears the code. make would only tell that something failed, and "to be tried again" is no failure.
if [ -n "${CODE_TO:-}" ]; then
    echo "$status" >&7
    exit 0
fi
[ "$status" -ne 1 ] || status=0
exit "$status"
endef

$(conductor_targets): export script = $(value conductor)
$(conductor_targets): export conductor_slips := $(strip $(conductor_slips))
$(conductor_targets):
	@sh -uc "$$script" tiktrack do_$(subst -,_,$@)

.PHONY: $(conductor_targets)
