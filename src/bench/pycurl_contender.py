"""PycURL's part in the benchmarks: reads how many seconds to work, answers how much it did, until there is no more.

    pycurl_contender.py WHAT ARGUMENTS...
"""
import io
import os
import select
import sys
import time

import pycurl


def easy(url):
    curl = pycurl.Curl()
    curl.setopt(pycurl.URL, url)
    curl.setopt(pycurl.FAILONERROR, True)
    curl.setopt(pycurl.NOSIGNAL, True)
    curl.setopt(pycurl.WRITEFUNCTION, lambda data: None)
    return curl


def over_http2(url, certificate):
    curl = easy(url)
    curl.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS)
    curl.setopt(pycurl.PIPEWAIT, True)
    curl.setopt(pycurl.CAINFO, certificate)
    return curl


def six_lambdas():
    curl = pycurl.Curl()
    curl.setopt(pycurl.NOSIGNAL, True)
    curl.setopt(pycurl.URL, "http://127.0.0.1/")
    curl.setopt(pycurl.WRITEFUNCTION, lambda data: None)
    curl.setopt(pycurl.HEADERFUNCTION, lambda data: None)
    curl.setopt(pycurl.READFUNCTION, lambda size: b"")
    curl.setopt(pycurl.XFERINFOFUNCTION, lambda dt, dn, ut, un: None)
    curl.setopt(pycurl.NOPROGRESS, False)
    curl.setopt(pycurl.DEBUGFUNCTION, lambda kind, data: None)
    curl.setopt(pycurl.SEEKFUNCTION, lambda offset, origin: 0)
    return curl


def cycling():
    def once():
        for _ in range(1000):
            six_lambdas().close()
        return 1000

    return repeating(once)


def getting(url, amount):
    curl = easy(url)

    def once():
        curl.perform()
        return float(amount)

    return repeating(once)


def putting(url, file, buffer_size):
    with open(file, "rb") as opened:
        body = opened.read()
    curl = easy(url)
    curl.setopt(pycurl.UPLOAD, True)
    curl.setopt(pycurl.INFILESIZE_LARGE, len(body))
    if int(buffer_size) > 0:
        curl.setopt(280, int(buffer_size))  # UPLOAD_BUFFERSIZE, whose name PycURL does not know

    def once():
        curl.setopt(pycurl.READFUNCTION, io.BytesIO(body).read)
        curl.perform()
        return len(body)

    return repeating(once)


def repeating(once):
    def work(deadline):
        amount = once()
        while time.monotonic() < deadline:
            amount += once()
        return amount

    return work


class Loop:
    """Keeps some transfers in flight."""

    def __init__(self, curls):
        self.curls = curls
        self.multi = pycurl.CurlMulti()

    def __call__(self, deadline):
        done = 0
        running = len(self.curls)
        for curl in self.curls:
            self.multi.add_handle(curl)
        while running > 0:
            self.drive()
            more = 1
            while more:
                more, finished, failed = self.multi.info_read()
                if failed:
                    raise RuntimeError(failed)
                for curl in finished:
                    done += 1
                    self.multi.remove_handle(curl)
                    if time.monotonic() < deadline:
                        self.multi.add_handle(curl)
                    else:
                        running -= 1
        return done


class SelectLoop(Loop):
    def drive(self):
        self.multi.select(1.0)
        while self.multi.perform()[0] == pycurl.E_CALL_MULTI_PERFORM:
            pass


class EpollLoop(Loop):
    EVENTS = {pycurl.POLL_IN: select.EPOLLIN, pycurl.POLL_OUT: select.EPOLLOUT,
              pycurl.POLL_INOUT: select.EPOLLIN | select.EPOLLOUT}

    def __init__(self, curls):
        super().__init__(curls)
        self.epoll = select.epoll()
        self.due = None
        self.watched = set()
        self.multi.setopt(pycurl.M_SOCKETFUNCTION, self.socket)
        self.multi.setopt(pycurl.M_TIMERFUNCTION, self.timer)

    def socket(self, what, descriptor, multi, data):
        if what == pycurl.POLL_REMOVE:
            self.watched.discard(descriptor)
            self.epoll.unregister(descriptor)
        elif descriptor in self.watched:
            self.epoll.modify(descriptor, self.EVENTS.get(what, 0))
        else:
            self.watched.add(descriptor)
            self.epoll.register(descriptor, self.EVENTS.get(what, 0))

    def timer(self, milliseconds):
        self.due = None if milliseconds < 0 else time.monotonic() + milliseconds / 1000

    def drive(self):
        wait = 1.0 if self.due is None else min(1.0, max(0.0, self.due - time.monotonic()))
        for descriptor, events in self.epoll.poll(wait, 256):
            selected = 0
            if events & select.EPOLLIN:
                selected |= pycurl.CSELECT_IN
            if events & select.EPOLLOUT:
                selected |= pycurl.CSELECT_OUT
            self.multi.socket_action(descriptor, selected or pycurl.CSELECT_ERR)
        if self.due is not None and self.due <= time.monotonic():
            self.due = None
            self.multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)


def resident():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024


def memory(count):
    """Prints what a handle takes."""
    six_lambdas().close()
    before = resident()
    handles = [six_lambdas() for _ in range(int(count))]
    print((resident() - before) / len(handles))


def first_byte(url):
    """Prints what it gets."""
    curl = pycurl.Curl()
    curl.setopt(pycurl.URL, url)
    curl.setopt(pycurl.WRITEFUNCTION, lambda data: os.write(1, data))
    curl.perform()


WORK = {
    "cycle": cycling,
    "get": getting,
    "put": putting,
    "select": lambda count, url: SelectLoop([easy(url) for _ in range(int(count))]),
    "epoll": lambda count, url: EpollLoop([easy(url) for _ in range(int(count))]),
    "http2": lambda count, url, certificate: EpollLoop([over_http2(url, certificate) for _ in range(int(count))]),
}

if __name__ == "__main__":
    what, arguments = sys.argv[1], sys.argv[2:]
    if what == "version":
        print(pycurl.version)
    elif what == "memory":
        memory(*arguments)
    elif what == "first":
        first_byte(*arguments)
    else:
        do = WORK[what](*arguments)
        for line in sys.stdin:
            print(do(time.monotonic() + float(line)), flush=True)
