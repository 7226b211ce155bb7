"""Shopping Circle (购物圈): honest shop coupons from friends and friends of friends."""
