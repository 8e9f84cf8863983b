use super::*;

pub fn probe() {
    println!("{}", sentence(&[]));
    println!("{}", sentence(&["Ann"]));
    println!("{}", sentence(&["Ann", "Bo"]));
    println!("{}", sentence(&["Ann", "Bo", "Cy"]));
    println!("{}", sentence(&["a", "b", "c", "d", "e"]));
}
