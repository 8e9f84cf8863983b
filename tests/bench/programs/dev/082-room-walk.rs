fn main() {
    let rooms = ["hall", "kitchen", "attic"];
    let mut position: i32 = 0;
    for step in [1, 1, 2] {
        position = (position + step) % 3;
        println!("{}", rooms[position]);
    }
    println!("stopped at {position}");
}
