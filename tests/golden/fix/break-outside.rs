fn main() {
    let done = || {
        break;
    };
    done();
}
