unsafe fn read_at(p: *const u16, i: usize) -> u16 {
    unsafe { *p.add(i) }
}

fn main() {
    let samples = [512u16, 640, 700];
    let v = read_at(samples.as_ptr(), 1);
    println!("{v}");
}
