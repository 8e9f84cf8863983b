// verdict: compile_error timeout
const fn forever() -> u32 {
    let mut n = 0u32;
    loop {
        n = n.wrapping_add(1);
        if n == u32::MAX && n == 0 {
            return n;
        }
    }
}
const N: u32 = forever();
fn main() {
    println!("{N}");
}
