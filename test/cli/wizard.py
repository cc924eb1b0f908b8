"""Answers a command on a pseudo-terminal of 80 columns by 24 lines: FOLDER STEPS COMMAND...

STEPS is JSON: [what is waited for, what is done then]. Done is a list of keys to press, of {"write": FILE, "text": TEXT}, and
of {"close": true}, which closes the terminal. Prints all that was seen, and exits as the command did.
"""
import fcntl, json, os, pty, re, select, struct, sys, termios, time

folder, steps, command = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(folder)
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
raw = seen = fresh = ""


def more(seconds):
    global raw, seen, fresh
    if not select.select([terminal], [], [], seconds)[0]:
        return True
    try:
        chunk = os.read(terminal, 65536).decode("utf8", "replace")
    except OSError:
        return False
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", chunk)
    raw += chunk
    seen += plain
    fresh += plain
    return chunk != ""


def end():
    print(seen)
    print("ESCAPES", raw.count("\x1b"))
    sys.stdout.flush()
    status = os.waitpid(pid, 0)[1]
    os._exit(os.waitstatus_to_exitcode(status) & 255)


def do(action):
    if isinstance(action, str):
        os.write(terminal, action.encode())
        time.sleep(0.3 if len(action) > 3 else 0.1)
    elif "write" in action:
        with open(os.path.join(folder, action["write"]), "w") as file:
            file.write(action["text"])
    else:
        os.close(terminal)
        end()


for wanted, actions in steps:
    limit = time.time() + 20
    while wanted not in fresh and time.time() < limit and more(0.2):
        pass
    if wanted not in fresh:
        print(seen, "\nNOT SEEN:", wanted)
        os.kill(pid, 9)
        sys.exit(99)
    fresh = fresh[fresh.index(wanted) + len(wanted) :]
    if not actions:
        continue
    while select.select([terminal], [], [], 0.25)[0] and more(0):
        pass
    fresh = ""
    for action in actions:
        do(action)
limit = time.time() + 20
while time.time() < limit and more(1):
    pass
end()
