use super::*;

#[test]
fn square_has_equal_sides() {
    let bed = Bed::square(4);
    assert_eq!((bed.length, bed.width), (4, 4), "both sides are 4");
    assert_eq!(bed.area(), 16, "4 * 4");
}

#[test]
fn smaller_fits() {
    let small = Bed {
        length: 2,
        width: 3,
    };
    let large = Bed {
        length: 5,
        width: 3,
    };
    assert!(small.fits_into(&large), "2 x 3 fits into 5 x 3");
    assert!(!large.fits_into(&small), "5 x 3 does not fit into 2 x 3");
}

#[test]
fn not_turned() {
    let long = Bed {
        length: 6,
        width: 1,
    };
    let wide = Bed {
        length: 1,
        width: 6,
    };
    assert!(!long.fits_into(&wide), "the same area is not enough");
}
