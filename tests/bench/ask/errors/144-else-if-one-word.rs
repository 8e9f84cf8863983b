fn main() {
    let hour = 14;
    if hour < 12 {
        println!("morning");
    } elif hour < 18 {
        println!("afternoon");
    } else {
        println!("evening");
    }
}
