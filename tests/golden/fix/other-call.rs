fn main() {
    let side = 3.0;
    println!("{}", sqrt(side * side));
}
