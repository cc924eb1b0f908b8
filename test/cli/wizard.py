"""Answers a command on a pseudo-terminal of 80 columns by 24 lines: FOLDER STEPS COMMAND...; STEPS is JSON, [what is waited for, keys]."""
import fcntl, json, os, pty, re, select, struct, sys, termios, time

folder, steps, command = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(folder)
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
seen = ""
fresh = ""


def more(seconds):
    global seen, fresh
    if not select.select([terminal], [], [], seconds)[0]:
        return True
    try:
        chunk = os.read(terminal, 65536).decode("utf8", "replace")
    except OSError:
        return False
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", chunk)
    seen += plain
    fresh += plain
    return chunk != ""


for wanted, keys in steps:
    end = time.time() + 10
    while wanted not in fresh and time.time() < end and more(0.2):
        pass
    if wanted not in fresh:
        print(seen, "\nNOT SEEN:", wanted)
        os.kill(pid, 9)
        sys.exit(99)
    fresh = ""
    time.sleep(0.15)
    for key in keys:
        os.write(terminal, key.encode())
        time.sleep(0.4 if len(key) > 3 else 0.1)
while more(5):
    pass
print(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
